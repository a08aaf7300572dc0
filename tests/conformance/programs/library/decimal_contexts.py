# Contexts: precision, signals that are noted or raised, and contexts for a few statements.
# covers: decimal
import decimal
from decimal import Context, Decimal, getcontext, localcontext, setcontext

print(getcontext())
getcontext().prec = 6
print(Decimal(1) / 7, Decimal("1.2345678"), Decimal("1.2345678") + 0)
print(getcontext().flags[decimal.Inexact], getcontext().flags[decimal.Rounded], getcontext().flags[decimal.Overflow])
getcontext().clear_flags()
Decimal(1) / 4
print(getcontext())
Decimal(2).sqrt()
print([signal.__name__ for signal, on in getcontext().flags.items() if on])

context = Context(prec=3, rounding=decimal.ROUND_UP, traps=[decimal.DivisionByZero])
print(context, context.divide(1, 3), context.create_decimal("3.14159"), context.sqrt(2), context.add(999, Decimal("0.1")))
print(context.divide(Decimal("inf"), Decimal("inf")), context.power(2, 100), context.compare(1, 2), context.to_sci_string(5))
setcontext(context)
print(Decimal(1) / 3, getcontext() is context, getcontext().Etiny(), getcontext().Etop())
with localcontext(prec=50) as inner:
    print(Decimal(1) / 3, inner.prec)
    inner.traps[decimal.Inexact] = True
    try:
        Decimal(1) / 3
    except decimal.Inexact as error:
        print("inexact:", error)
print(Decimal(1) / 3)
with localcontext(decimal.ExtendedContext) as free:
    print(Decimal(1) / 0, Decimal(-1) / 0, Decimal(0) / 0, Decimal("10") ** 10**9, Decimal(-4).sqrt())
    print([signal.__name__ for signal in free.flags if free.flags[signal]])
setcontext(decimal.DefaultContext)
print(getcontext() == decimal.DefaultContext, decimal.BasicContext)
with localcontext() as strict:
    strict.traps[decimal.FloatOperation] = True
    for action in [lambda: Decimal(0.5), lambda: Decimal("0.5") < 0.5, lambda: Decimal("0.5") == 0.5]:
        try:
            print(action())
        except decimal.FloatOperation as error:
            print("float:", error)
for name, value in [("prec", 0), ("rounding", "up"), ("capitals", 2), ("precision", 5)]:
    try:
        setattr(getcontext(), name, value)
    except (ValueError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
