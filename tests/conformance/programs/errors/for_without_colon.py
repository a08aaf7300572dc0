# A loop without its colon.
# covers: missing colon
numbers = [1, 2, 3]
for n in numbers
    print(n)
