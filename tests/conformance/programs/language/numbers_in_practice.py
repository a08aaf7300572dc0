# Money, averages, temperatures, digits: numbers as learners use them.
# covers: arithmetic, numbers, format of numbers
prices = [19.99, 5.49, 3.50]
subtotal = sum(prices)
tax = round(subtotal * 0.19, 2)
print(f"{subtotal:.2f} {tax:.2f} {subtotal + tax:.2f}", subtotal, round(subtotal, 1))
print([round(c * 9 / 5 + 32, 1) for c in (-40, 0, 36.6, 100)], [round((f - 32) * 5 / 9, 2) for f in (0, 98.6)])
seconds = 98765
print(seconds // 3600, seconds % 3600 // 60, seconds % 60, divmod(seconds, 60), f"{seconds // 3600:02}:{seconds % 3600 // 60:02}:{seconds % 60:02}")
grades = [1.3, 2.7, 3.0, 1.0]
mean = sum(grades) / len(grades)
print(mean, round(mean, 2), (sum((g - mean) ** 2 for g in grades) / len(grades)) ** 0.5, sorted(grades)[len(grades) // 2])
print(0.1 + 0.2, 0.1 + 0.2 == 0.3, abs(0.1 + 0.2 - 0.3) < 1e-9, 1.1 * 3, 2.2 + 1.1, 3 * 0.1, 1e16 + 1, 0.1 * 10, 100 * 1.1, 4.35 * 100, 1.005 * 1000)
print(7 / 2, 7 // 2, -7 // 2, 7 % 3, -7 % 3, 7.5 // 2, 2**10, 2**-1, 9**0.5, 27 ** (1 / 3), 10 / 5, 10 // 4 * 4 + 10 % 4)
print(int(3.99), round(3.5), round(4.5), round(-3.5), int(-3.99), round(1234.5678, -2), round(2.675, 2), abs(-3), max(3, 7.5), min(-1, -1.5))
balance, rate = 1000.0, 0.05
for year in range(1, 6):
    balance *= 1 + rate
    print(year, f"{balance:,.2f}", round(balance, 2))
print(sum(int(d) for d in str(98765)), str(12345)[::-1], len(str(2**100)), [n for n in range(1, 40) if 36 % n == 0], 1234567 % 10, 17 in range(1, 20, 2))
bmi = 70 / 1.75**2
print(f"{bmi:.1f}", "ok" if 18.5 <= bmi < 25 else "check", 5 > 3 > 1, not 5 > 3, True + True, 3 == 3.0, type(3 * 1.0).__name__, type(4 / 2).__name__, type(4 // 2).__name__)
total = 0
for n in range(1, 101):
    total += n
print(total, total == 100 * 101 // 2, sum(1 / n for n in range(1, 11)), 22 / 7, 355 / 113)
