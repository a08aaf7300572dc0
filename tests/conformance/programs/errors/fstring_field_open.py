# A field of an f-string without its end.
# covers: wrong f-string
name = "Ann"
print(f"hello {name")
