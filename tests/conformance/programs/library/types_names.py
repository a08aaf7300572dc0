# types: namespaces, read-only mappings, and names of types.
# covers: types
import sys
import types

ns = types.SimpleNamespace(a=1, b="x")
ns.c = [ns.a]
print(ns, ns == types.SimpleNamespace(a=1, b="x", c=[1]), vars(ns), ns.a)
del ns.a
ns.me = ns
print(ns, hasattr(ns, "a"))

source = {"a": 1}
proxy = types.MappingProxyType(source)
source["b"] = 2
print(proxy, proxy["b"], len(proxy), list(proxy), "a" in proxy, proxy.get("z", 0), proxy | {"c": 3}, proxy == {"a": 1, "b": 2}, list(proxy.items()))


def function():
    yield


class Thing:
    def method(self):
        return self


print(isinstance(function, types.FunctionType), isinstance(lambda: 1, types.LambdaType), isinstance(function(), types.GeneratorType))
print(isinstance(len, types.BuiltinFunctionType), isinstance(Thing().method, types.MethodType), isinstance(sys, types.ModuleType))
print(isinstance(int | str, types.UnionType), isinstance(list[int], types.GenericAlias), isinstance(None, types.NoneType))
bound = types.MethodType(lambda self, n: (type(self).__name__, n), Thing())
print(bound(5), bound.__self__.method().__class__ is Thing, types.EllipsisType, types.NotImplementedType)
Made = types.new_class("Made", (Thing,), {}, lambda body: body.update(x=7))
print(Made.x, Made().method().__class__.__name__, types.ModuleType("m", "doc").__doc__)
thing = Thing()
thing.hello = types.MethodType(lambda self: "hello", thing)
print(thing.hello())
for action in (
    lambda: ns.none, lambda: types.SimpleNamespace(1), lambda: exec("proxy['a'] = 1", {"proxy": proxy}),
    lambda: exec("del proxy['a']", {"proxy": proxy}), lambda: types.MappingProxyType(5),
):
    try:
        print(action())
    except (AttributeError, TypeError) as error:
        print(f"{type(error).__name__}: {error}")
