# Abstract base classes: the machine itself refuses to make instances of a class with abstract methods.
def abstractmethod(funcobj):
    "A decorator for methods that derived classes must define."
    funcobj.__isabstractmethod__ = True
    return funcobj




class ABCMeta:
    "Accepted as metaclass=ABCMeta."


class ABC:
    "Derive from it for a class with abstract methods."

    __slots__ = ()
    __abstractmethods__ = frozenset()

    @classmethod
    def register(cls, subclass):
        raise NotImplementedError("ABC.register() is not supported here; derive from the class instead")
