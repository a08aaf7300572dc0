# Warnings go to standard error and nowhere else.
import sys as _sys

_ignored = False


def warn(message, category=None, stacklevel=1, source=None):
    "Write a warning to standard error."
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not _ignored:
        _sys.stderr.write(f"{category.__name__}: {message}\n")


def simplefilter(action, category=Warning, lineno=0, append=False):
    global _ignored
    _ignored = action == "ignore"


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    simplefilter(action)


class catch_warnings:
    "Restores the filters at the end of the block."

    def __init__(self, record=False):
        self._record = record

    def __enter__(self):
        self._before = _ignored
        return [] if self._record else None

    def __exit__(self, *exc_info):
        global _ignored
        _ignored = self._before
