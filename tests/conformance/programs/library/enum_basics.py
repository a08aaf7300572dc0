# Enumerations: members, aliases, lookup, what cannot be done.
# covers: enum
import enum


class Color(enum.Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    def describe(self):
        return f"{self.name.lower()} is {self.value}"

    @classmethod
    def favourite(cls):
        return cls.GREEN


print(Color.RED, repr(Color.RED), Color(1), Color["GREEN"], Color.CRIMSON is Color.RED, Color.RED.name, Color.RED.value)
print(list(Color), len(Color), Color, Color.__members__, list(reversed(Color)))
print(f"{Color.RED}", f"{Color.RED:>12}|", "%s" % Color.GREEN, Color.RED == 1, Color.RED in Color, Color.RED != Color.GREEN)
print(Color.GREEN.describe(), Color.favourite(), {Color.RED: "r"}[Color.CRIMSON], type(Color.RED), isinstance(Color.RED, Color))
print(type(Color), bool(Color.RED), sorted(Color, key=lambda c: -c.value))
for color in Color:
    match color:
        case Color.RED:
            print("stop")
        case Color.GREEN:
            print("go")


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


def derive():
    class More(Color):
        BLUE = 3


def twice():
    class Twice(enum.Enum):
        A = 1
        A = 2


attempt(lambda: Color(9))
attempt(lambda: Color["BLUE"])
attempt(lambda: Color.BLUE)
attempt(lambda: setattr(Color, "RED", 5))
attempt(lambda: delattr(Color, "RED"))
attempt(lambda: setattr(Color.RED, "value", 5))
attempt(lambda: Color.RED < Color.GREEN)
attempt(derive)
attempt(twice)
