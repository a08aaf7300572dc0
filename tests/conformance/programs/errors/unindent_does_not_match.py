# A line between two levels.
# covers: wrong indentation
def area(w, h):
        if w:
            return w * h
      return 0
