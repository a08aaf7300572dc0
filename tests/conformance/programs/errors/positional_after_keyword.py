# A value after a named one.
# covers: wrong parameters
def greet(greeting, name):
    return greeting + name


print(greet(greeting="hi", "ann"))
