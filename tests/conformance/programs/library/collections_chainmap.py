# ChainMap: several mappings one after the other.
# covers: collections
from collections import ChainMap

defaults = {"color": "red", "user": "guest", "size": 1}
settings = ChainMap({"user": "ada"}, defaults)
print(settings, settings["user"], settings["color"], len(settings), list(settings), "size" in settings, settings.get("none", 0))
print(settings.maps, settings.parents, settings.new_child({"size": 2})["size"], settings.new_child(size=3), dict(settings))
settings["color"] = "blue"
print(settings.maps[0], defaults, sorted(settings.items()), settings == {"color": "blue", "user": "ada", "size": 1})
del settings["color"]
print(settings["color"], settings.pop("user"), settings["user"], bool(ChainMap()), settings | {"c": 1}, {"c": 1} | settings)
print(ChainMap({"a": 1}).copy(), ChainMap.fromkeys("ab", 1), settings.setdefault("new", []), settings.maps[0], list(settings.keys()))
settings.update(z=1)
print(settings.popitem(), len(settings.maps))
scope = ChainMap({})
scope["x"] = 1
inner = scope.new_child()
inner["x"] = 2
inner["y"] = 3
print(inner["x"], scope["x"], inner.parents is scope, inner.parents == scope, "y" in scope)
for action in (lambda: settings["none"], lambda: settings.__delitem__("size"), lambda: settings.pop("none"), lambda: reversed(settings)):
    try:
        print(action())
    except (KeyError, TypeError) as error:
        print(f"{type(error).__name__}: {error}")
