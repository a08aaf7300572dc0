# global comes before the first use.
# covers: global and nonlocal errors
count = 0


def step():
    count = count + 1
    global count
    return count
