# break where there is no loop.
# covers: misplaced statement
x = 5
if x > 3:
    break
