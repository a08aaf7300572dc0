# One equals sign where two were meant.
# covers: = for ==
age = 18
if age = 18:
    print("exactly")
