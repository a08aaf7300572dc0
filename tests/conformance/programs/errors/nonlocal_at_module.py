# nonlocal needs a function around.
# covers: global and nonlocal errors
x = 1
nonlocal x
