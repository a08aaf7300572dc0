# There is no ++.
# covers: wrong targets
i = 0
i++
print(i)
