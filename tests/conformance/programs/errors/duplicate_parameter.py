# Two parameters of one name.
# covers: wrong parameters
def add(a, b, a):
    return a + b
