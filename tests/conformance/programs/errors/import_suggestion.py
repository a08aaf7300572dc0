# An import with a slip says what may have been meant.
# covers: suggestions for imports, missing modules
from math import squareroot
