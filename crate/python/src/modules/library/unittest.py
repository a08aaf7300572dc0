# Running tests and telling how they went.
import time as _time
import traceback as _traceback


class TestResult:
    "What came out of some tests."

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failures = []
        self.errors = []
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.testsRun = 0
        self.shouldStop = False
        self.failfast = False

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        pass

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def stop(self):
        self.shouldStop = True

    def _noted(self, error):
        return _traceback._text(error)

    def addSuccess(self, test):
        pass

    def addError(self, test, err):
        self.errors.append((test, self._noted(err)))
        self.shouldStop = self.shouldStop or self.failfast

    def addFailure(self, test, err):
        self.failures.append((test, self._noted(err)))
        self.shouldStop = self.shouldStop or self.failfast

    def addSubTest(self, test, subtest, err):
        if err is not None:
            kind = self.failures if isinstance(err, test.failureException) else self.errors
            kind.append((subtest, self._noted(err)))

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._noted(err)))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def __repr__(self):
        return (f"<{type(self).__module__}.{type(self).__qualname__} run={self.testsRun} errors={len(self.errors)} "
                f"failures={len(self.failures)}>")


class TextTestResult(TestResult):
    "Tells of each test while it runs."

    separator1 = "=" * 70
    separator2 = "-" * 70

    def __init__(self, stream, descriptions, verbosity):
        super().__init__(stream, descriptions, verbosity)
        self.stream = stream
        self.showAll = verbosity > 1
        self.dots = verbosity == 1
        self.descriptions = descriptions
        self._fresh = True

    def getDescription(self, test):
        first = test.shortDescription()
        return f"{test}\n{first}" if self.descriptions and first else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(self.getDescription(test) + " ... ")
            self._fresh = False

    def _tell(self, test, word, letter):
        if self.showAll:
            if self._fresh:
                self.stream.write(f"{'  ' if isinstance(test, _SubTest) else ''}{self.getDescription(test)} ... ")
            self.stream.write(word + "\n")
            self._fresh = True
        elif self.dots:
            self.stream.write(letter)

    def addSuccess(self, test):
        self._tell(test, "ok", ".")

    def addError(self, test, err):
        super().addError(test, err)
        self._tell(test, "ERROR", "E")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._tell(test, "FAIL", "F")

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            failed = isinstance(err, test.failureException)
            if self.showAll:
                if not self._fresh:
                    self.stream.write("\n")
                self._fresh = True
            self._tell(subtest, "FAIL" if failed else "ERROR", "F" if failed else "E")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._tell(test, f"skipped {reason!r}", "s")

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._tell(test, "expected failure", "x")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._tell(test, "unexpected success", "u")

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.write("\n")
        for flavour, found in (("ERROR", self.errors), ("FAIL", self.failures)):
            for test, text in found:
                self.stream.write(f"{self.separator1}\n{flavour}: {self.getDescription(test)}\n{self.separator2}\n{text}\n")
        if self.unexpectedSuccesses:
            self.stream.write(self.separator1 + "\n")
            for test in self.unexpectedSuccesses:
                self.stream.write(f"UNEXPECTED SUCCESS: {self.getDescription(test)}\n")


class TestSuite:
    "Some tests that run together."

    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def __iter__(self):
        return iter(self._tests)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        self._tests.append(test)

    def addTests(self, tests):
        for test in tests:
            self.addTest(test)

    def countTestCases(self):
        return sum([test.countTestCases() for test in self._tests])

    def __call__(self, result):
        return self.run(result)

    def _cases(self):
        for test in self._tests:
            yield from test._cases() if isinstance(test, TestSuite) else [test]

    def run(self, result, debug=False):
        "Run the tests, with what their classes set up around them."
        last = None
        broken = False
        for case in self._cases():
            if result.shouldStop:
                break
            cls = type(case)
            if cls is not last:
                self._leave(last, broken, result)
                broken = not self._enter(cls, result)
                last = cls
            if not broken:
                case(result)
        self._leave(last, broken, result)
        return result

    def _enter(self, cls, result):
        if getattr(cls, "__unittest_skip__", False):
            return True
        try:
            getattr(cls, "setUpClass", lambda: None)()
            return True
        except SkipTest as reason:
            result.addSkip(_ClassStep("setUpClass", cls), str(reason))
        except Exception as error:
            result.addError(_ClassStep("setUpClass", cls), error)
        return False

    def _leave(self, cls, broken, result):
        if cls is None or broken or getattr(cls, "__unittest_skip__", False):
            return
        try:
            getattr(cls, "tearDownClass", lambda: None)()
        except Exception as error:
            result.addError(_ClassStep("tearDownClass", cls), error)


class _ClassStep:
    def __init__(self, name, cls):
        self._text = f"{name} ({cls.__module__}.{cls.__qualname__})"

    def __str__(self):
        return self._text

    def id(self):
        return self._text

    def shortDescription(self):
        return None


class TestLoader:
    "Finds tests."

    testMethodPrefix = "test"

    def getTestCaseNames(self, testCaseClass):
        names = [name for name in dir(testCaseClass) if name.startswith(self.testMethodPrefix)]
        return sorted([name for name in names if callable(getattr(testCaseClass, name))])

    def loadTestsFromTestCase(self, testCaseClass):
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, "runTest"):
            names = ["runTest"]
        return TestSuite([testCaseClass(name) for name in names])

    def loadTestsFromModule(self, module):
        found = [value for _, value in sorted(vars(module).items()) if isinstance(value, type) and issubclass(value, TestCase)]
        return TestSuite([self.loadTestsFromTestCase(cls) for cls in found if cls is not TestCase])


defaultTestLoader = TestLoader()


class TextTestRunner:
    "Runs tests and writes a report."

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, **options):
        self.stream = _sys.stderr if stream is None else stream
        self.descriptions = descriptions
        self.verbosity = verbosity
        self.failfast = failfast

    def run(self, test):
        result = TextTestResult(self.stream, self.descriptions, self.verbosity)
        result.failfast = self.failfast
        begun = _time.perf_counter()
        test(result)
        taken = _time.perf_counter() - begun
        result.printErrors()
        write = self.stream.write
        write(result.separator2 + "\n")
        plural = "" if result.testsRun == 1 else "s"
        write(f"Ran {result.testsRun} test{plural} in {taken:.3f}s\n\n")
        counts = [
            ("failures", result.failures), ("errors", result.errors), ("skipped", result.skipped),
            ("expected failures", result.expectedFailures), ("unexpected successes", result.unexpectedSuccesses),
        ]
        told = ", ".join([f"{name}={len(found)}" for name, found in counts if found])
        write(("OK" if result.wasSuccessful() else "FAILED") + (f" ({told})" if told else "") + "\n")
        return result


class main:
    "Run all tests of the program and leave it, unless told otherwise."

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader,
                 exit=True, verbosity=1, failfast=None, **options):
        if isinstance(module, str):
            module = _sys.modules[module]
        argv = _sys.argv if argv is None else argv
        if "-v" in argv or "--verbose" in argv:
            verbosity = 2
        runner = TextTestRunner if testRunner is None else testRunner
        if isinstance(runner, type):
            runner = runner(verbosity=verbosity, failfast=bool(failfast))
        self.result = runner.run(testLoader.loadTestsFromModule(module))
        if exit:
            _sys.exit(not self.result.wasSuccessful())


TestProgram = main
