# A text without its end.
# covers: unterminated string
name = "Ann
print(name)
