# print of Python 2.
# covers: print without brackets
x = 5
print "x is", x
