# Abstract base classes: abstract methods, registration, __subclasshook__.
# covers: abc
import abc


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self):
        "The area."

    @property
    @abc.abstractmethod
    def name(self): ...

    @classmethod
    @abc.abstractmethod
    def unit(cls): ...

    def describe(self):
        return f"{self.name} of {self.area()}"


class Half(Shape):
    def area(self):
        return super().area()


class Square(Half):
    name = "square"

    def area(self):
        return 4

    @classmethod
    def unit(cls):
        return cls()


print(Square().describe(), Square.unit().area(), sorted(Shape.__abstractmethods__), isinstance(Square(), Shape))


@Shape.register
class Foreign:
    pass


print(isinstance(Foreign(), Shape), issubclass(Foreign, Shape), Shape in Foreign.__mro__)


class Quacks(metaclass=abc.ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, "quack") or NotImplemented


class Duck:
    def quack(self): ...


print(isinstance(Duck(), Quacks), issubclass(int, Quacks), type(Quacks))
for cls in (Shape, Half):
    try:
        cls()
    except TypeError as error:
        print(error)
