# An else without its colon.
# covers: missing colon
x = 5
if x > 3:
    print("big")
else
    print("small")
