# What this Python says of itself.
import sys as _sys


def python_version():
    "The version of the language, as text."
    return ".".join([str(part) for part in _sys.version_info[:3]])


def python_version_tuple():
    "The version of the language, as texts."
    return tuple(python_version().split("."))


def python_implementation():
    "Which Python this is."
    return "Taskyard"


def python_compiler():
    "What the machine was built with."
    return "Rust"


def python_build():
    "No builds are counted."
    return "", ""


def system():
    "A tab has no operating system to tell of."
    return "Taskyard"


def machine():
    "The machine that the code runs on."
    return "wasm32"


def processor():
    return ""


def node():
    return ""


def release():
    return ""


def platform(aliased=False, terse=False):
    "All of it in one text."
    return f"{system()}-{machine()}"
