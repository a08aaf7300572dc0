# What the assert methods of unittest say.
# covers: unittest
import unittest

case = unittest.TestCase()
checks = [
    lambda: case.assertEqual(1, 2),
    lambda: case.assertEqual("hello\nworld", "hello\nwerld"),
    lambda: case.assertEqual("abc", "abd", "spelling"),
    lambda: case.assertEqual([1, 2, 3], [1, 5]),
    lambda: case.assertEqual((1,), (1, 2)),
    lambda: case.assertEqual({"a": 1, "b": 2}, {"a": 1, "b": 3}),
    lambda: case.assertEqual({1, 2}, {2, 3}),
    lambda: case.assertEqual("x" * 100 + "a", "x" * 100 + "b"),
    lambda: case.assertEqual(list(range(40)), list(range(39)) + [99]),
    lambda: case.assertNotEqual(1, 1),
    lambda: case.assertTrue([]),
    lambda: case.assertFalse("x", "should be empty"),
    lambda: case.assertIs([], []),
    lambda: case.assertIsNot(None, None),
    lambda: case.assertIsNone(0),
    lambda: case.assertIsNotNone(None),
    lambda: case.assertIn(3, [1, 2]),
    lambda: case.assertNotIn("a", "cat"),
    lambda: case.assertIsInstance(3, str),
    lambda: case.assertNotIsInstance(3, int),
    lambda: case.assertAlmostEqual(1.0, 1.1),
    lambda: case.assertAlmostEqual(1.0, 1.1, places=1),
    lambda: case.assertAlmostEqual(1.0, 1.5, delta=0.25),
    lambda: case.assertNotAlmostEqual(1.0, 1.0),
    lambda: case.assertLess(2, 1),
    lambda: case.assertLessEqual(2, 1),
    lambda: case.assertGreater(1, 2),
    lambda: case.assertGreaterEqual(1, 2),
    lambda: case.assertRegex("abc", "z+"),
    lambda: case.assertNotRegex("abc", "b"),
    lambda: case.assertCountEqual([1, 2, 2], [2, 1, 3]),
    lambda: case.assertRaises(KeyError, len, "a"),
    lambda: case.assertRaises(TypeError, len, 5),
    lambda: case.assertRaisesRegex(ValueError, "zzz", int, "q"),
    lambda: case.fail("on purpose"),
    lambda: case.assertSequenceEqual([1], (1, 2)),
    lambda: case.assertListEqual([1], (1,)),
    lambda: case.skipTest("no reason"),
    lambda: case.assertAlmostEqual(0.1 + 0.2, 0.3),
]
for check in checks:
    try:
        print("fine", check())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
