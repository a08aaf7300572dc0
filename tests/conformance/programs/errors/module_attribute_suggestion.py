# A function of a module, with a slip.
# covers: suggestions for attributes
import math

print(math.sqrt(16))
print(math.sqr(16))
