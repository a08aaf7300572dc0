# Flags: combining, testing, iterating; IntFlag.
# covers: enum
import enum


class Perm(enum.Flag):
    R = 4
    W = 2
    X = 1
    RWX = 7


print(Perm.R | Perm.W, repr(Perm.R | Perm.X), Perm.R & Perm.W, ~Perm.R, Perm.RWX, Perm(5), Perm(0), repr(Perm(0)))
print(Perm.R in Perm.RWX, Perm.W in Perm.R, list(Perm.RWX), list(Perm), len(Perm.RWX), bool(Perm(0)), Perm.R ^ Perm.RWX)
print((Perm.R | Perm.X).name, Perm(0).name, (Perm.R | Perm.X).value, Perm.R | Perm.W | Perm.X is Perm.RWX)


class Style(enum.Flag):
    BOLD = enum.auto()
    ITALIC = enum.auto()
    LOUD = BOLD | ITALIC


print(Style.BOLD.value, Style.ITALIC.value, Style.LOUD, Style.BOLD | Style.ITALIC, Style(3) is Style.LOUD)


class Bits(enum.IntFlag):
    A = 1
    B = 2
    C = 4


print(repr(Bits.A | Bits.B), Bits.A | Bits.B, repr(Bits.A | 8), repr(Bits(9)), Bits.A + 1, repr(~Bits.A), Bits.A == 1)
print(list(Bits(5)), repr(4 | Bits.A), repr(Bits.A & 3), f"{Bits.C}", Bits.B > Bits.A, repr(Bits(0)), int(Bits.C))


class Loose(enum.Flag, boundary=enum.CONFORM):
    A = 1
    B = 2


class Kept(enum.Flag, boundary=enum.KEEP):
    A = 1


print(Loose(7), Kept(7), repr(Kept(6)), enum.STRICT, enum.show_flag_values(11))
for action in (lambda: Perm(8), lambda: Perm.R | 1, lambda: Perm("a"), lambda: 1 in Perm.R):
    try:
        print(action())
    except (ValueError, TypeError) as error:
        print(f"{type(error).__name__}: {error}")
