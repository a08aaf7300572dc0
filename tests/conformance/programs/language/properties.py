# Properties, class methods and static methods.
# covers: properties, class and static methods, property, classmethod, staticmethod
class Temperature:
    def __init__(self, celsius=0.0):
        self.celsius = celsius

    @property
    def celsius(self):
        """Degrees."""
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if value < -273.15:
            raise ValueError("below absolute zero")
        self._celsius = value

    @celsius.deleter
    def celsius(self):
        print("reset")
        self._celsius = 0.0

    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        self.celsius = (value - 32) * 5 / 9

    @property
    def kelvin(self):
        return self.celsius + 273.15

    @classmethod
    def from_kelvin(cls, kelvin):
        return cls(kelvin - 273.15)

    @staticmethod
    def valid(celsius):
        return celsius >= -273.15


t = Temperature(25)
print(t.celsius, t.fahrenheit, round(t.kelvin, 2))
t.fahrenheit = 212
print(t.celsius, Temperature.celsius.__doc__, type(Temperature.celsius).__name__)
del t.celsius
print(t.celsius, round(Temperature.from_kelvin(300).celsius, 2), Temperature.valid(-300), t.valid(0))
for code in ["t.kelvin = 5", "t.celsius = -500", "del t.kelvin", "Temperature(-1000)", "t.nothing"]:
    try:
        exec(code)
    except (AttributeError, ValueError) as error:
        print(code, "->", type(error).__name__, error)


class Sub(Temperature):
    @property
    def celsius(self):
        return round(super().celsius)

    @celsius.setter
    def celsius(self, value):
        Temperature.celsius.fset(self, value)

    @classmethod
    def name(cls):
        return cls.__name__.lower()


s = Sub.from_kelvin(290)
print(type(s).__name__, s.celsius, Sub.name(), s.name())


class Circle:
    def __init__(self, r):
        self.r = r
    area = property(lambda self: 3 * self.r**2)
    def get(self): return self.r * 2
    def put(self, d): self.r = d / 2
    diameter = property(get, put, doc="twice the radius")


c = Circle(2)
c.diameter = 10
print(c.area, c.r, Circle.diameter.__doc__, Circle.diameter.fget is Circle.get, Circle.diameter.fdel)


class Counter:
    total = 0
    @classmethod
    def more(cls):
        cls.total += 1
        return cls.total
class Sub2(Counter): pass
print(Counter.more(), Sub2.more(), Sub2.more(), Counter.total, Sub2.total)
bound = Counter.more
print(bound(), bound.__self__ is Counter, bound.__func__.__name__)
class Lazy:
    @property
    def broken(self):
        return self.missing
try:
    Lazy().broken
except AttributeError as error:
    print(error)
