def each(function, *values):
    for value in values:
        yield function(value)

def halve(x):
    return x / 2

list(each(halve, 10, 20, 30))
