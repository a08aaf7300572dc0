# A failed assert ends the program.
# covers: AssertionError, assert
def half(n):
    assert n % 2 == 0, f"{n} is odd"
    return n // 2


print(half(10))
print(half(7))
