# Texts of exceptions that were caught.
# covers: traceback
import io
import traceback


class OwnError(Exception):
    pass


def fail(kind, *args):
    raise kind(*args)


for kind, args in ((ValueError, ("bad", 1)), (OwnError, ("own",)), (KeyError, ("k",)), (RuntimeError, ())):
    try:
        fail(kind, *args)
    except Exception as error:
        print(traceback.format_exception_only(error), traceback.format_exception_only(type(error), error))
        lines = traceback.format_exc().splitlines()
        print(lines[0], "|", lines[-1], "|", len(traceback.format_exception(error)) > 2, "fail" in lines[-2])
        out = io.StringIO()
        traceback.print_exc(file=out)
        traceback.print_exception(error, file=out)
        print(out.getvalue() == traceback.format_exc() * 2)
print(repr(traceback.format_exc()))
try:
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise OwnError("then") from error
except OwnError:
    text = traceback.format_exc()
    print("direct cause" in text, text.count("Traceback"), text.rstrip().splitlines()[-1])
