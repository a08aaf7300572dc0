# Abstract base classes: the machine itself refuses to make instances of a class with abstract methods.
def abstractmethod(funcobj):
    "A decorator for methods that derived classes must define."
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractproperty(property):
    "Older way to write an abstract property."

    __isabstractmethod__ = True


class abstractclassmethod(classmethod):
    "Older way to write an abstract class method."

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    "Older way to write an abstract static method."

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


# Classes that something was registered with, with what was.
_registered = {}


class ABCMeta(type):
    "The class of abstract classes: others can be registered as their subclasses."

    def register(cls, subclass):
        "Count a class among the subclasses of this one; also a decorator."
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        _registered.setdefault(cls, []).append(subclass)
        return subclass

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        answer = cls.__subclasshook__(subclass)
        if answer is not NotImplemented:
            return bool(answer)
        if cls in subclass.__mro__:
            return True
        for owner, classes in list(_registered.items()):
            if cls in owner.__mro__:
                for each in classes:
                    if issubclass(subclass, each):
                        return True
        return False


class ABC(metaclass=ABCMeta):
    "Derive from it for a class with abstract methods."

    __slots__ = ()


def update_abstractmethods(cls):
    "Nothing to do: abstract methods are counted when the class is made."
    return cls


def get_cache_token():
    "Changes whenever a class is registered."
    return sum([len(classes) for classes in _registered.values()])
