# What sys tells in records and tables.
class _Record(tuple):
    def __repr__(self):
        fields = ", ".join([f"{name}={value!r}" for name, value in zip(self._names, self)])
        return f"sys.{type(self).__name__}({fields})"


def _record(kind, **fields):
    namespace = {"_names": tuple(fields), "__module__": "sys", "__qualname__": kind}
    for place, name in enumerate(fields):
        namespace[name] = property(lambda self, place=place: self[place])
    return type(kind, (_Record,), namespace)(fields.values())


version_info = _record("version_info", major=3, minor=11, micro=7, releaselevel="final", serial=0)
float_info = _record(
    "float_info", max=1.7976931348623157e308, max_exp=1024, max_10_exp=308, min=2.2250738585072014e-308, min_exp=-1021,
    min_10_exp=-307, dig=15, mant_dig=53, epsilon=2.220446049250313e-16, radix=2, rounds=1,
)
int_info = _record(
    "int_info", bits_per_digit=30, sizeof_digit=4, default_max_str_digits=4300, str_digits_check_threshold=640,
)
hash_info = _record(
    "hash_info", width=64, modulus=2**61 - 1, inf=314159, nan=0, imag=1000003, algorithm="siphash13", hash_bits=64,
    seed_bits=128, cutoff=0,
)
hexversion = 0x030B07F0
copyright = "The language is Python's; this machine is Taskyard's."
executable = ""
prefix = ""
path = []
flags = _record("flags", debug=0, inspect=0, interactive=0, optimize=0)
implementation = _record("implementation", name="taskyard", version=version_info)


class _Modules:
    # The modules that were imported so far.
    def __getitem__(self, name):
        if name not in self:
            raise KeyError(name)
        return _module(name)

    def __contains__(self, name):
        return name in _module_names()

    def __iter__(self):
        return iter(_module_names())

    def __len__(self):
        return len(_module_names())

    def get(self, name, default=None):
        return _module(name) if name in self else default

    def keys(self):
        return _module_names()

    def values(self):
        return [_module(name) for name in _module_names()]

    def items(self):
        return [(name, _module(name)) for name in _module_names()]


modules = _Modules()


class _Input:
    # Lines that are asked for in the page. All of it is Python, so that the machine can stop and wait in it.
    encoding = "utf-8"
    name = "<stdin>"

    def readline(self):
        try:
            return input() + "\n"
        except EOFError:
            return ""

    def __iter__(self):
        while line := self.readline():
            yield line

    def readlines(self):
        return [line for line in self]

    def read(self):
        return "".join(self.readlines())

    def isatty(self):
        return False


stdin = __stdin__ = _Input()


def exc_info():
    "The exception that is being handled, in three parts."
    error = exception()
    return (None, None, None) if error is None else (type(error), error, error.__traceback__)


def getdefaultencoding():
    return "utf-8"


def getfilesystemencoding():
    return "utf-8"


def get_int_max_str_digits():
    return int_info.default_max_str_digits


def set_int_max_str_digits(maxdigits):
    "Not offered here."
    raise NotImplementedError(
        f"the limit of {int_info.default_max_str_digits} digits is fixed here; hex() shows integers of any length"
    )


def settrace(function):
    "Not offered here."
    raise NotImplementedError("sys.settrace() is not supported here; use print()")


def getrefcount(object):
    "Not offered here."
    raise NotImplementedError("sys.getrefcount() is not supported here: objects are not counted but collected")
