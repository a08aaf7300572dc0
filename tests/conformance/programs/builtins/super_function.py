# super(): all its forms.
# covers: super(), super
class A:
    def __init__(self, *args):
        self.log = ["A"]
    def name(self): return "A"
    @classmethod
    def make(cls): return f"make {cls.__name__}"
    @staticmethod
    def fixed(): return "fixed"
    @property
    def prop(self): return "prop of A"
class B(A):
    def __init__(self, *args):
        super().__init__(*args)
        self.log.append("B")
    def name(self): return super().name() + "B"
    @classmethod
    def make(cls): return super().make() + "!"
    @staticmethod
    def fixed(): return A.fixed() + "!"
    @property
    def prop(self): return super().prop + "!"
    def explicit(self): return super(B, self).name()
    def in_comprehension(self):
        method = super().name
        return [method() for _ in range(2)]
    def nested(self):
        def inner(): return super(B, self).name()
        return inner()
b = B()
print(b.log, b.name(), B.make(), b.make(), b.fixed(), b.prop, b.explicit(), b.in_comprehension(), b.nested(), super(B, b).name(), super(B, B).make())
class C(B):
    pass
print(C().name(), super(C, C()).name(), super(B, C()).name(), C.make(), super(C, C()).__class__.__name__)
class Bad:
    def f(): return super().x
    def g(self): return super().missing
    def h(self):
        return [super().name() for _ in range(1)]
def outside(): return super().x
for text in ["super()", "Bad.f()", "Bad().g()", "super(5, 5)", "super(B, 5)", "super(B, A())", "outside()", "super(B, b).nope", "Bad().h()", "super(1, 2, 3)"]:
    try:
        print(text, eval(text))
    except (RuntimeError, TypeError, AttributeError) as error:
        print(text, "->", type(error).__name__, error)
