# The list that is being written loses its items.
import json
class Other:
    pass
def stand_in(value):
    items.clear()
    return [[] for _ in range(300)]
items = [Other(), "a" * 5, [1], {"k": 2}]
print(json.dumps(items, default=stand_in)[-30:])
