# return where there is no function.
# covers: misplaced statement
def double(values):
    result = [v * 2 for v in values]
return result
