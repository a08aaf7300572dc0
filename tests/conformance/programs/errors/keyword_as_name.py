# A keyword cannot be a name.
# covers: keyword as name
name = "Ann"
class = "3b"
print(name, class)
