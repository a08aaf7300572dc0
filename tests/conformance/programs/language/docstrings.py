# Docstrings of functions, classes and methods.
# covers: docstrings, functions, classes
"""Not a docstring of the module, since comments are no statements before it... but it is."""
def plain():
    "One line."
def several():
    """Several lines.

    With a second paragraph.
    """
    return 1
def none():
    1
def not_text():
    f"not a {'docstring'}"
def joined():
    "two " "parts"
class Documented:
    """A class."""
    x = 1
    def method(self):
        """A method."""
    @property
    def prop(self):
        """A property."""
        return 1
    @classmethod
    def cm(cls):
        """A class method."""
    @staticmethod
    def sm():
        """A static method."""
class Child(Documented):
    def method(self): pass
print(plain.__doc__, repr(several.__doc__), none.__doc__, not_text.__doc__, joined.__doc__, (lambda: "x").__doc__)
print(Documented.__doc__, Documented.method.__doc__, Documented.prop.__doc__, Documented.cm.__doc__, Documented.sm.__doc__, Child.__doc__, Child.method.__doc__, Documented().__doc__)
print(__doc__)
plain.__doc__ = "changed"
print(plain.__doc__, several.__doc__.strip().splitlines()[0])
def decorated(f):
    def wrapper(): return f()
    wrapper.__doc__ = f"wrapped: {f.__doc__}"
    return wrapper
@decorated
def target():
    """Target."""
print(target.__doc__, target.__name__)
