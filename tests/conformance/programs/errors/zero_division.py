# Division by zero, in all its texts.
# covers: ZeroDivisionError
for text in ["1 / 0", "1 // 0", "1 % 0", "1.0 / 0", "1 / 0.0", "1.5 // 0", "1.5 % 0", "0 / 0", "0.0 / 0.0", "10**30 / 0", "10**30 // 0", "10**30 % 0", "True / False", "divmod(5, 0)", "divmod(5.0, 0)", "0 ** -1", "0.0 ** -1", "0 ** -2.5", "1j / 0", "0j ** -1", "pow(0, -1)", "pow(2, 3, 0)", "1 / (2 - 2)", "sum([]) / len([])", "-1 / 0", "1 // -0", "int('5') / int('0')", "5 % False", "1e308 / 1e-308", "0 // 5", "0 % 5", "0 / 5"]:
    try:
        print(text, "=", eval(text))
    except ArithmeticError as error:
        print(text, "->", type(error).__name__, error)


def average(values):
    return sum(values) / len(values)


print(average([1, 2, 3]))
print(average([]))
