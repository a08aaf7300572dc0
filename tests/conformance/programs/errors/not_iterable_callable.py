# Things that cannot be called, indexed, iterated, unpacked, hashed.
# covers: TypeError, unpacking
class Plain: pass
things = {"5": 5, "2.5": 2.5, "None": None, "True": True, "Plain": Plain, "Plain()": Plain(), "len": len, "''": "", "[]": [], "{}": {}, "()": (), "set()": set(), "range(2)": range(2), "print": print, "lambda": lambda: 0, "1j": 1j, "...": ..., "int": int}
templates = ["{0}()", "{0}[0]", "{0}['k']", "for _ in {0}: pass", "a, b = {0}", "[*{0}]", "{{**{0}}}", "len({0})", "{{{0}: 1}}", "5 in {0}", "next({0})", "iter({0})", "{0}.x", "{0}.append(1)", "del {0}[0]", "with {0}: pass", "sum({0})", "sorted({0})", "list({0})", "dict({0})", "int({0})", "float({0})", "abs({0})", "-{0}", "raise {0}", "print(*{0})", "'a'.join({0})", "max({0})", "str.upper({0})", "range({0})", "round({0})", "chr({0})", "isinstance(1, {0})", "[1, 2][{0}]", "'ab'[{0}]"]
for template in templates:
    for name in things:
        code = template.replace("{0}", "thing").replace("{{", "{").replace("}}", "}")
        try:
            exec(code, {"thing": things[name]}) if name not in ("print", "Plain") or "()" not in code else None
        except (TypeError, AttributeError, ValueError, LookupError, OverflowError) as error:
            print(template.replace("{0}", name), "->", type(error).__name__, error)
        except Exception as error:
            print(template, name, "->", type(error).__name__)
a, b, c = "ab"
