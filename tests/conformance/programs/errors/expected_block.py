# A body that is not indented.
# covers: wrong indentation
def area(w, h):
return w * h
