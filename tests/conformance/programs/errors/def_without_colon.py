# A function without its colon.
# covers: missing colon
def greet(name)
    return "hello " + name


print(greet("ann"))
