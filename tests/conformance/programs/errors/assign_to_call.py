# A call cannot be assigned to.
# covers: wrong targets
def price():
    return 5


price() = 6
