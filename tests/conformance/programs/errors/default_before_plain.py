# A parameter without default after one with a default.
# covers: wrong parameters
def greet(greeting="hello", name):
    return greeting + name
