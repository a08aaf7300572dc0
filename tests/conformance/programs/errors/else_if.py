# elif is one word.
# covers: missing colon
x = 5
if x > 5:
    print("more")
else if x == 5:
    print("equal")
