# Numbers of combinations of very large numbers.
import math
for count in (math.comb, math.perm):
    try:
        print(count(10**400, 10**5).bit_length())
    except MemoryError:
        print("too large")
