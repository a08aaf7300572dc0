# A metaclass sees the class being made: __prepare__, __new__, __init__, and keywords of the class statement.
# covers: metaclasses; class keywords
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **keywords):
        print("prepare", name, keywords)
        return {"prepared": True}

    def __new__(mcs, name, bases, namespace, **keywords):
        print("new", name, bases, sorted(namespace), keywords)
        return super().__new__(mcs, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **keywords):
        print("init", cls.__name__, keywords)
        super().__init__(name, bases, namespace)


class Base(metaclass=Meta, size=3):
    def own(self):
        return __class__


class Below(Base):
    pass


print(type(Base), type(Below), type(Meta), Base.prepared)
print(Base().own() is Base)
made = Meta("Made", (), {"x": 1})
print(made.x, type(made).__name__)
print(type(type("Other", (Base,), {})))


class Registry(type):
    known = {}

    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        Registry.known[name.lower()] = cls


class Circle(metaclass=Registry):
    pass


class Square(metaclass=Registry):
    pass


print(Registry.known)


def shout(name, bases, namespace, **keywords):
    return name.upper(), sorted(key for key in namespace if not key.startswith("_")), keywords


class quiet(metaclass=shout, loud=1):
    tone = 2


print(quiet)
