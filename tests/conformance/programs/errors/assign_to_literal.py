# The sides of an assignment are swapped.
# covers: wrong targets
5 = x
