# unittest: what is checked, and the report.
# covers: unittest
import io
import unittest


class Stack:
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)

    def pop(self):
        if not self.items:
            raise IndexError("pop from empty stack")
        return self.items.pop()


class TestStack(unittest.TestCase):
    def setUp(self):
        self.stack = Stack()
        self.addCleanup(print, "cleaned up", self.id())

    def test_push(self):
        "What is pushed comes back."
        self.stack.push(1)
        self.assertEqual(self.stack.pop(), 1)

    def test_empty(self):
        with self.assertRaises(IndexError) as caught:
            self.stack.pop()
        self.assertIn("empty", str(caught.exception))
        self.assertRaisesRegex(IndexError, "^pop", self.stack.pop)

    def test_parts(self):
        for n in range(3):
            with self.subTest(n=n):
                self.assertEqual(n % 2, 0)

    def test_wrong(self):
        self.assertEqual([1, 2, 3], [1, 2, 4], "not the same")

    def test_error(self):
        {}["missing"]

    @unittest.skip("not today")
    def test_skipped(self):
        self.fail("never")

    @unittest.expectedFailure
    def test_known(self):
        self.assertTrue(False)


class TestNothing(unittest.TestCase):
    def test_nothing(self):
        self.assertIsNone(None)


for verbosity in (1, 2):
    out = io.StringIO()
    runner = unittest.TextTestRunner(stream=out, verbosity=verbosity)
    program = unittest.main(exit=False, testRunner=runner, argv=["tests"])
    for line in out.getvalue().splitlines():
        if line.strip(" ~^") and not line.startswith(("  File", "     ")):
            print(line.split(" in 0.")[0])
result = program.result
print(result.testsRun, len(result.failures), len(result.errors), len(result.skipped), result.wasSuccessful())
