# __call__ of a metaclass decides what making an instance means; conflicts between metaclasses.
# covers: metaclasses; __instancecheck__
class Singleton(type):
    made = {}

    def __call__(cls, *args, **keywords):
        if cls not in cls.made:
            cls.made[cls] = super().__call__(*args, **keywords)
        return cls.made[cls]


class Settings(metaclass=Singleton):
    def __init__(self, name="default"):
        print("made", name)
        self.name = name


print(Settings("first") is Settings("second"), Settings().name)


class Final(type):
    def __new__(mcs, name, bases, namespace):
        for base in bases:
            if isinstance(base, Final):
                raise TypeError(f"{base.__name__} is final")
        return super().__new__(mcs, name, bases, namespace)


class Leaf(metaclass=Final):
    pass


try:
    class Twig(Leaf):
        pass
except TypeError as error:
    print(error)

try:
    class Both(Settings, Leaf):
        pass
except TypeError as error:
    print(error)


class Even(type):
    def __instancecheck__(cls, value):
        return isinstance(value, int) and value % 2 == 0

    def __subclasscheck__(cls, other):
        return other is int


class EvenNumber(metaclass=Even):
    pass


print(isinstance(4, EvenNumber), isinstance(5, EvenNumber), issubclass(int, EvenNumber), issubclass(str, EvenNumber))
