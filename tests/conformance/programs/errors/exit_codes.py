# Leaving a program.
# covers: exception classes, finally
import sys

for code in [None, 0, 3, "message", (1, 2)]:
    try:
        sys.exit(code)
    except SystemExit as leaving:
        print(repr(leaving), leaving.code, str(leaving))
try:
    exit()
except SystemExit as leaving:
    print(leaving.code)
try:
    raise SystemExit
except BaseException as leaving:
    print(type(leaving).__name__, isinstance(leaving, Exception), leaving.code)
try:
    try:
        sys.exit("inner")
    finally:
        print("cleanup runs")
except SystemExit as leaving:
    print(leaving)
print("still here")
