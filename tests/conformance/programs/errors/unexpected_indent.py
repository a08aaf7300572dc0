# A line too far to the right.
# covers: wrong indentation
def area(w, h):
    size = w * h
     return size
