# A long text without its end.
# covers: unterminated string
x = 1
doc = """All about x
print(x)
