# Quotes of a text processor.
# covers: unterminated string
print(“hello”)
