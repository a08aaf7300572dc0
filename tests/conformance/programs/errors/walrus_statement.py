# The walrus is no statement.
# covers: walrus misuse
x := 5
print(x)
