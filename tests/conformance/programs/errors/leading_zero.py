# A number with zeros in front.
# covers: wrong numbers
day, month = 24, 07
print(day, month)
