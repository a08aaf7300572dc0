# A local name, with a slip.
# covers: suggestions for names
def area(width, height):
    return width * heigth


print(area(2, 3))
