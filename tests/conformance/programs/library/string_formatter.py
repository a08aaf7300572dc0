# string.Formatter, as it is and derived from.
# covers: string
import string

f = string.Formatter()
print(f.format("{0} {x} {1!r:>5}", 1, "a", x=2), f.format("{} {}", 1, 2), f.vformat("{0}{a}", (1,), {"a": 2}))
print(list(f.parse("a{b!r:c}d{}{{e}}{f:{w}}")), f.get_field("0.real", (5,), {}), f.convert_field("a", "r"))
print(f.format("{0.real} {1[0]} {2[k]}", 5, [9], {"k": 1}), f.format("{:{w}}|{:<{v}}|", 5, "x", w=4, v=3))


class Defaults(string.Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, f"<{key}>")
        return super().get_value(key, args, kwargs)

    def format_field(self, value, spec):
        if spec == "up":
            return str(value).upper()
        return super().format_field(value, spec)

    def convert_field(self, value, conversion):
        if conversion == "x":
            return f"*{value}*"
        return super().convert_field(value, conversion)


print(Defaults().format("{a} {b:up} {0:>4} {c!x}", 7, b="x"))


class Strict(string.Formatter):
    def check_unused_args(self, used_args, args, kwargs):
        unused = [name for name in kwargs if name not in used_args]
        if unused:
            raise ValueError(f"not used: {unused}")


for formatter, args, names in (
    (f, ("{",), {}), (f, ("}",), {}), (f, ("{x}",), {}), (f, ("{0}",), {}), (f, ("{0} {}", 1), {}), (f, ("{!z}", 1), {}),
    (f, ("{a", ), {}), (Strict(), ("{a}",), {"a": 1, "b": 2}), (f, (), {}),
):
    try:
        print(formatter.format(*args, **names))
    except Exception as error:
        print(f"{args}: {type(error).__name__}: {error}")
