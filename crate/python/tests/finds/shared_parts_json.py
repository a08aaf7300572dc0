# A text that is far longer than the value it is about.
import json
a = [0] * 10
for turn in range(9):
    a = [a] * 10
try:
    json.dumps(a)
except MemoryError:
    print("too long")
