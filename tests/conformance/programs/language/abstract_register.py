# Abstract classes, registration, subclass hooks and the abstract classes of collections.
# covers: abc; collections.abc
from abc import ABC, ABCMeta, abstractmethod
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, MutableSequence, Sequence
import numbers


class Shape(ABC):
    @abstractmethod
    def area(self):
        "How large it is."

    @property
    @abstractmethod
    def name(self): ...


try:
    Shape()
except TypeError as error:
    print(error)
print(type(Shape), Shape.__abstractmethods__ == {"area", "name"})


@Shape.register
class Blob:
    pass


print(isinstance(Blob(), Shape), issubclass(Blob, Shape), Shape in Blob.__mro__)


class Quacks(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, "quack") or NotImplemented


class Duck:
    def quack(self): ...


print(isinstance(Duck(), Quacks), isinstance(3, Quacks))
print([isinstance(value, Iterable) for value in ([], "", 3, {}, iter([]))])
print([isinstance(value, Sequence) for value in ([], "", (), {}, set(), range(3))])
print(isinstance([], Hashable), isinstance((), MutableSequence), isinstance(len, Callable), isinstance({}, Mapping))
print(isinstance(3, numbers.Integral), isinstance(3.5, numbers.Real), isinstance(1j, numbers.Real))


class Countdown(Sequence):
    def __init__(self, start):
        self.start = start

    def __len__(self):
        return self.start

    def __getitem__(self, place):
        if not 0 <= place < self.start:
            raise IndexError(place)
        return self.start - place


print(list(Countdown(3)), 2 in Countdown(3), Countdown(3).index(1), list(reversed(Countdown(3))))
try:
    Iterator()
except TypeError as error:
    print(error)
