# Parameters for which a draw is never accepted.
import random
nan = float("nan")
random.gammavariate(nan, 1)
