# Texts of exceptions.
import sys as _sys


def format_exception(exc, /, value=None, tb=None, limit=None, chain=True):
    "The lines of the text of an exception."
    shown = exc if isinstance(exc, BaseException) else value
    return _text(shown).splitlines(keepends=True)


def format_exception_only(exc, /, value=None):
    "What an exception says, without where it happened."
    shown = exc if isinstance(exc, BaseException) else value
    name = type(shown).__qualname__
    if type(shown).__module__ not in ("builtins", "__main__"):
        name = f"{type(shown).__module__}.{name}"
    text = str(shown)
    return [f"{name}: {text}\n" if text else f"{name}\n", *[f"{note}\n" for note in getattr(shown, "__notes__", ())]]


def print_exception(exc, /, value=None, tb=None, limit=None, file=None, chain=True):
    "Print the text of an exception."
    print("".join(format_exception(exc, value)), end="", file=_sys.stderr if file is None else file)


def format_exc(limit=None, chain=True):
    "The text of the exception that is being handled."
    exc = _sys.exception()
    return "NoneType: None\n" if exc is None else _text(exc)


def print_exc(limit=None, file=None, chain=True):
    "Print the text of the exception that is being handled."
    print(format_exc(), end="", file=_sys.stderr if file is None else file)
