# Indents that are longer than what they indent.
import json
try:
    json.dumps([1] * 100_000, indent=10**5)
except MemoryError:
    print("too long")
try:
    json.dumps([[[[1]]]], indent=10**7)
except MemoryError:
    print("too wide")
