# Metaclasses: making classes by a call, keywords, registration.
# covers: metaclasses, class decorators
class Meta(type):
    def __new__(mcls, name, bases, namespace, **kwargs):
        namespace["made_by"] = mcls.__name__
        return super().__new__(mcls, name, bases, namespace)

    def __init__(cls, name, bases, namespace, tag=None):
        super().__init__(name, bases, namespace)
        cls.tag = tag

    def __call__(cls, *args, **kwargs):
        instance = super().__call__(*args, **kwargs)
        print("made", cls.__name__, args)
        return instance

    def __len__(cls):
        return 42

    def shared(cls):
        return f"shared by {cls.__name__}"


class Thing(metaclass=Meta, tag="t"):
    def __init__(self, x):
        self.x = x


class Sub(Thing):
    pass


t = Thing(5)
print(t.x, Thing.made_by, Thing.tag, Sub.tag, type(Thing).__name__, type(Sub) is Meta, len(Thing), Sub.shared(), isinstance(Thing, Meta), Sub(1).x)
try:
    t.shared()
except AttributeError as error:
    print(error)
Dynamic = type("Dynamic", (Thing,), {"y": 3}) if False else Meta("Dynamic", (), {"y": 3})
print(Dynamic.y, Dynamic.__name__, Dynamic.made_by)
Simple = type("Simple", (object,), {"greet": lambda self: "hi", "z": 1})
print(Simple().greet(), Simple.z, Simple.__bases__)
