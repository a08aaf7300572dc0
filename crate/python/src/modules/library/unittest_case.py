# Test cases and what they can assert.
import sys as _sys
from contextlib import contextmanager as _contextmanager
from difflib import ndiff as _ndiff
from pprint import pformat as _pformat

_LONGEST = 80


class SkipTest(Exception):
    "Raised to skip a test."


class _ExpectedFailure(Exception):
    pass


def _shortened(text, start, end):
    left_out = len(text) - start - end
    return f"{text[:start]}[{left_out} chars]{text[len(text) - end:]}" if left_out > 12 else text


def _safe_repr(value):
    try:
        return repr(value)
    except Exception:
        return object.__repr__(value)


def _short_reprs(*values):
    # Texts of values, with what long ones have in common cut out.
    texts = [_safe_repr(value) for value in values]
    longest = max(map(len, texts))
    if longest <= _LONGEST:
        return tuple(texts)
    common = 0
    while all(len(text) > common for text in texts) and len({text[common] for text in texts}) == 1:
        common += 1
    prefix = texts[0][:common]
    room = _LONGEST - (longest - common + 17)
    if room > 5:
        prefix = _shortened(prefix, 5, room)
        return tuple([prefix + text[common:] for text in texts])
    prefix = _shortened(prefix, 5, 5)
    return tuple([prefix + _shortened(text[common:], 41, 5) for text in texts])


def skip(reason):
    "A decorator: do not run a test."

    def decorate(item):
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item

    if callable(reason):
        function, reason = reason, ""
        return decorate(function)
    return decorate


def skipIf(condition, reason):
    "A decorator: do not run a test when a condition holds."
    return skip(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    "A decorator: run a test only when a condition holds."
    return lambda item: item if condition else skip(reason)(item)


def expectedFailure(item):
    "A decorator: the test is known to fail."
    item.__unittest_expecting_failure__ = True
    return item


class _Raises:
    # The context of assertRaises.
    def __init__(self, case, expected, pattern, msg):
        self.case, self.expected, self.pattern, self.msg = case, expected, pattern, msg
        self.exception = None

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if kind is None:
            expected = self.expected
            names = [getattr(each, "__name__", str(each)) for each in (expected if isinstance(expected, tuple) else [expected])]
            name = names[0] if not isinstance(expected, tuple) else str(expected)
            called = getattr(self, "called", None)
            text = f"{name} not raised by {called}" if called else f"{name} not raised"
            raise self.case.failureException(self.case._formatMessage(self.msg, text))
        if not issubclass(kind, self.expected):
            return False
        self.exception = value.with_traceback(None)
        if self.pattern is not None:
            import re

            pattern = re.compile(self.pattern)
            if not pattern.search(str(value)):
                text = f'"{pattern.pattern}" does not match "{value}"'
                raise self.case.failureException(self.case._formatMessage(self.msg, text))
        return True


class TestCase:
    "One test: derive from it and define methods whose names begin with test."

    failureException = AssertionError
    longMessage = True
    maxDiff = 640

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._cleanups = []
        self._subtest = None
        self._testMethodDoc = getattr(getattr(self, methodName, None), "__doc__", None)

    def setUp(self):
        "Called before each test."

    def tearDown(self):
        "Called after each test."

    @classmethod
    def setUpClass(cls):
        "Called before the tests of the class."

    @classmethod
    def tearDownClass(cls):
        "Called after the tests of the class."

    def id(self):
        return f"{type(self).__module__}.{type(self).__qualname__}.{self._testMethodName}"

    def __str__(self):
        return f"{self._testMethodName} ({self.id()})"

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} testMethod={self._testMethodName}>"

    def shortDescription(self):
        return self._testMethodDoc.strip().split("\n")[0].strip() if self._testMethodDoc else None

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        from unittest import TestResult

        return TestResult()

    def addCleanup(self, function, /, *args, **kwargs):
        "Call a function after the test."
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        "Enter a context manager that is left after the test."
        result = type(cm).__enter__(cm)
        self.addCleanup(type(cm).__exit__, cm, None, None, None)
        return result

    def skipTest(self, reason):
        raise SkipTest(reason)

    def fail(self, msg=None):
        raise self.failureException(msg)

    def __call__(self, result=None):
        return self.run(result)

    def debug(self):
        self.setUp()
        getattr(self, self._testMethodName)()
        self.tearDown()

    def _step(self, result, function, *args, **kwargs):
        # Runs one part of a test and says whether it went well.
        try:
            function(*args, **kwargs)
            return True
        except KeyboardInterrupt:
            raise
        except SkipTest as reason:
            result.addSkip(self, str(reason))
            self._skipped = True
        except BaseException as error:
            if self._expecting:
                self._expected_error = error
            elif isinstance(error, self.failureException):
                result.addFailure(self, error)
            else:
                result.addError(self, error)
        return False

    def run(self, result=None):
        "Run the test and note in the result how it went."
        if result is None:
            result = self.defaultTestResult()
        result.startTest(self)
        method = getattr(self, self._testMethodName)
        for marked in (type(self), method):
            if getattr(marked, "__unittest_skip__", False):
                result.addSkip(self, marked.__unittest_skip_why__)
                result.stopTest(self)
                return result
        self._expecting = any(getattr(marked, "__unittest_expecting_failure__", False) for marked in (type(self), method))
        self._expected_error = None
        self._skipped = False
        self._result = result
        before = len(result.failures) + len(result.errors)
        well = self._step(result, self.setUp)
        if well:
            well = self._step(result, method)
            well = self._step(result, self.tearDown) and well
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            well = self._step(result, function, *args, **kwargs) and well
        if self._expecting and not self._skipped:
            if self._expected_error is not None:
                result.addExpectedFailure(self, self._expected_error)
            else:
                result.addUnexpectedSuccess(self)
        elif well and not self._skipped and before == len(result.failures) + len(result.errors):
            result.addSuccess(self)
        result.stopTest(self)
        return result

    @_contextmanager
    def subTest(self, msg=None, **params):
        "A part of a test that may fail on its own."
        outer, self._subtest = self._subtest, _SubTest(self, msg, params)
        try:
            yield
        except SkipTest as reason:
            self._result.addSkip(self._subtest, str(reason))
        except Exception as error:
            if self._expecting:
                raise
            self._result.addSubTest(self, self._subtest, error)
        finally:
            self._subtest = outer

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        return standardMsg if msg is None else f"{standardMsg} : {msg}"

    def _check(self, good, msg, text):
        if not good:
            raise self.failureException(self._formatMessage(msg, text))

    def assertTrue(self, expr, msg=None):
        self._check(expr, msg, f"{_safe_repr(expr)} is not true")

    def assertFalse(self, expr, msg=None):
        self._check(not expr, msg, f"{_safe_repr(expr)} is not false")

    def assertEqual(self, first, second, msg=None):
        kinds = {dict: self.assertDictEqual, list: self.assertListEqual, tuple: self.assertTupleEqual,
                 set: self.assertSetEqual, frozenset: self.assertSetEqual, str: self.assertMultiLineEqual}
        special = kinds.get(type(first)) if type(first) is type(second) else None
        if special is not None:
            special(first, second, msg)
        elif not first == second:
            self._check(False, msg, "{} != {}".format(*_short_reprs(first, second)))

    def assertNotEqual(self, first, second, msg=None):
        self._check(first != second, msg, f"{_safe_repr(first)} == {_safe_repr(second)}")

    def assertIs(self, expr1, expr2, msg=None):
        self._check(expr1 is expr2, msg, f"{_safe_repr(expr1)} is not {_safe_repr(expr2)}")

    def assertIsNot(self, expr1, expr2, msg=None):
        self._check(expr1 is not expr2, msg, f"unexpectedly identical: {_safe_repr(expr1)}")

    def assertIsNone(self, obj, msg=None):
        self._check(obj is None, msg, f"{_safe_repr(obj)} is not None")

    def assertIsNotNone(self, obj, msg=None):
        self._check(obj is not None, msg, "unexpectedly None")

    def assertIn(self, member, container, msg=None):
        self._check(member in container, msg, f"{_safe_repr(member)} not found in {_safe_repr(container)}")

    def assertNotIn(self, member, container, msg=None):
        self._check(member not in container, msg, f"{_safe_repr(member)} unexpectedly found in {_safe_repr(container)}")

    def assertIsInstance(self, obj, cls, msg=None):
        self._check(isinstance(obj, cls), msg, f"{_safe_repr(obj)} is not an instance of {cls!r}")

    def assertNotIsInstance(self, obj, cls, msg=None):
        self._check(not isinstance(obj, cls), msg, f"{_safe_repr(obj)} is an instance of {cls!r}")

    def assertLess(self, a, b, msg=None):
        self._check(a < b, msg, f"{_safe_repr(a)} not less than {_safe_repr(b)}")

    def assertLessEqual(self, a, b, msg=None):
        self._check(a <= b, msg, f"{_safe_repr(a)} not less than or equal to {_safe_repr(b)}")

    def assertGreater(self, a, b, msg=None):
        self._check(a > b, msg, f"{_safe_repr(a)} not greater than {_safe_repr(b)}")

    def assertGreaterEqual(self, a, b, msg=None):
        self._check(a >= b, msg, f"{_safe_repr(a)} not greater than or equal to {_safe_repr(b)}")

    def _distance(self, first, second, places, delta):
        # How far apart, and whether that is near.
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        distance = abs(first - second)
        if delta is not None:
            return distance, distance <= delta, f"{_safe_repr(delta)} delta"
        places = 7 if places is None else places
        return distance, round(distance, places) == 0, f"{places!r} places"

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        distance, near, within = self._distance(first, second, places, delta)
        text = f"{_safe_repr(first)} != {_safe_repr(second)} within {within} ({_safe_repr(distance)} difference)"
        self._check(near, msg, text)

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        distance, near, within = self._distance(first, second, places, delta)
        text = f"{_safe_repr(first)} == {_safe_repr(second)} within {within}"
        if delta is not None:
            text += f" ({_safe_repr(distance)} difference)"
        self._check(first != second and not near, msg, text)

    def assertRaises(self, expected_exception, *args, **kwargs):
        return self._raises(expected_exception, None, args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return self._raises(expected_exception, expected_regex, args, kwargs)

    def _raises(self, expected, pattern, args, kwargs):
        context = _Raises(self, expected, pattern, kwargs.pop("msg", None) if not args else None)
        if not args:
            return context
        function, *rest = args
        context.called = getattr(function, "__name__", str(function))
        with context:
            function(*rest, **kwargs)

    def assertRegex(self, text, expected_regex, msg=None):
        import re

        pattern = re.compile(expected_regex)
        self._check(pattern.search(text), msg, f"Regex didn't match: {pattern.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        import re

        pattern = re.compile(unexpected_regex)
        found = pattern.search(text)
        self._check(not found, msg, found and f"Regex matched: {found[0]!r} matches {pattern.pattern!r} in {text!r}")

    def _differ(self, msg, text, diff):
        if self.maxDiff is not None and len(diff) > self.maxDiff:
            diff = f"\nDiff is {len(diff)} characters long. Set self.maxDiff to None to see it."
        self._check(False, msg, text + diff)

    def _lines(self, first, second):
        return "\n" + "\n".join(_ndiff(_pformat(first).splitlines(), _pformat(second).splitlines()))

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        name = "sequence" if seq_type is None else seq_type.__name__
        if seq_type is not None:
            for place, seq in (("First", seq1), ("Second", seq2)):
                self._check(isinstance(seq, seq_type), msg, f"{place} sequence is not a {name}: {_safe_repr(seq)}")
        if seq1 == seq2:
            return
        text = "{}s differ: {} != {}\n".format(name.capitalize(), *_short_reprs(seq1, seq2))
        for place, (one, other) in enumerate(zip(seq1, seq2)):
            if one != other:
                text += "\nFirst differing element {}:\n{}\n{}\n".format(place, *_short_reprs(one, other))
                break
        else:
            if len(seq1) == len(seq2) and seq_type is None and type(seq1) != type(seq2):
                return
        for which, longer, shorter in (("First", seq1, seq2), ("Second", seq2, seq1)):
            more = len(longer) - len(shorter)
            if more > 0:
                text += f"\n{which} {name} contains {more} additional elements.\n"
                text += f"First extra element {len(shorter)}:\n{_safe_repr(longer[len(shorter)])}\n"
        self._differ(msg, text, self._lines(seq1, seq2))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            self._differ(msg, "{} != {}".format(*_short_reprs(d1, d2)), self._lines(d1, d2))

    def assertSetEqual(self, set1, set2, msg=None):
        lines = []
        for which, other, items in (("first", "second", set1 - set2), ("second", "first", set2 - set1)):
            if items:
                lines.append(f"Items in the {which} set but not the {other}:")
                lines.extend([repr(item) for item in items])
        self._check(not lines, msg, "\n".join(lines))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first != second:
            lines, other = first.splitlines(keepends=True), second.splitlines(keepends=True)
            if len(lines) == 1 and first.strip("\r\n") == first:
                lines, other = [first + "\n"], [second + "\n"]
            text = "{} != {}".format(*_short_reprs(first, second))
            self._differ(msg, text, "\n" + "".join(_ndiff(lines, other)))

    def assertCountEqual(self, first, second, msg=None):
        "The same elements, each as often, in any order."
        first, second = list(first), list(second)
        lines = []
        seen = []
        for item in first + second:
            if item in seen:
                continue
            seen.append(item)
            counts = first.count(item), second.count(item)
            if counts[0] != counts[1]:
                lines.append(f"First has {counts[0]}, Second has {counts[1]}:  {item!r}")
        self._check(not lines, msg, "Element counts were not equal:\n" + "\n".join(lines))

    def assertWarns(self, *args, **kwargs):
        raise NotImplementedError("assertWarns() is not supported here: warnings are not kept")

    def assertLogs(self, *args, **kwargs):
        raise NotImplementedError("assertLogs() is not supported here: there is no logging")


class _SubTest:
    # A part of a test, as the report shows it.
    def __init__(self, case, message, params):
        self._case, self._message, self._params = case, message, params
        self.failureException = case.failureException

    def _description(self):
        parts = []
        if self._message is not None:
            parts.append(f"[{self._message}]")
        if self._params:
            parts.append("(" + ", ".join([f"{name}={value!r}" for name, value in self._params.items()]) + ")")
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return f"{self._case.id()} {self._description()}"

    def shortDescription(self):
        return self._case.shortDescription()

    def __str__(self):
        return f"{self._case} {self._description()}"
