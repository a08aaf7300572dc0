# abs, round, pow, divmod, bin, oct, hex.
# covers: abs, round, pow, divmod, bin, oct, hex
print(abs(-5), abs(5.5), abs(-0.0), abs(3 + 4j), abs(True), abs(-(10**20)))
print(round(2.5), round(3.5), round(-0.5), round(2.567, 2), round(2.5, 0), round(1234, -2), round(1250, -2), round(1350, -2), round(5), round(1e300), round(0.1 + 0.2, 10), round(-2.5), round(15, -1), round(25, -1), round(1.15, 1), round(True))
print(pow(2, 10), pow(2, -1), pow(2.0, 3), pow(7, 3, 5), pow(3, -1, 7), pow(-2, 3), pow(0, 0), pow(2, 100, 1000), pow(2, 0.5), pow(-8, 1 / 3).real > 0, pow(base=2, exp=3), pow(5, 2, mod=3), pow(10, 20, 1))
print(divmod(7, 3), divmod(-7, 3), divmod(7, -3), divmod(7.5, 2), divmod(-7.5, 2), divmod(10**20, 7), divmod(True, 2))
print(bin(10), bin(-5), bin(0), oct(8), oct(-64), hex(255), hex(-255), hex(0), bin(True), hex(2**70), oct(10**10), bin(2**40))
print(int("0b101", 2), int("ff", 16), int(bin(37), 2), f"{37:b}", format(255, "x"), hex(255)[2:].upper(), bin(6).count("1"))
for text in ["abs('a')", "abs(None)", "abs()", "abs([1])", "round('a')", "round(1, 'a')", "round(None)", "round(1.5, 1.5)", "round()", "pow(2)", "pow('a', 2)", "pow(2, 'a')", "pow(2, 3, 0)", "pow(2, -1, 4)", "pow(2.0, 3, 5)", "pow(2, 3, 4, 5)", "divmod(1, 0)", "divmod(1.0, 0)", "divmod('a', 1)", "divmod(1)", "bin(1.5)", "bin('a')", "oct(None)", "hex([])", "hex(1.0)", "0 ** -1", "pow(0, -1)",
             "round(float('nan'))", "round(float('inf'))", "abs(x=1)", "round(1.5, None)", "hex()", "divmod(1, 2, 3)", "round(5, -10)", "pow(0.0, -1)", "round(1j)", "pow(2, 3, None)", "pow([], 2)"]:
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
class Money:
    def __init__(self, cents): self.cents = cents
    def __abs__(self): return Money(abs(self.cents))
    def __round__(self, n=0): return Money(round(self.cents, n - 2))
    def __divmod__(self, other): return ("divmod", other)
    def __rdivmod__(self, other): return ("rdivmod", other)
    def __pow__(self, n, m=None): return ("pow", n, m)
    def __index__(self): return self.cents
    def __repr__(self): return f"Money({self.cents})"
m = Money(-1234)
print(abs(m), round(m), round(m, 1), divmod(m, 3), divmod(3, m), pow(m, 2), pow(m, 2, 3), hex(m), bin(m), oct(m), m**5)
print([round(x / 10) for x in range(0, 60, 5)], [round(x * 0.25, 1) for x in range(8)])
