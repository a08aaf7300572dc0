# What typing marks without changing: overload, final, no_type_check, assert_type, the Supports protocols.
# covers: typing
import typing
from typing import SupportsFloat, SupportsIndex, SupportsInt, assert_never, assert_type, final, overload


@overload
def twice(value: int) -> int: ...
@overload
def twice(value: str) -> str: ...
def twice(value):
    return value + value


@final
class Last:
    @final
    def method(self):
        return "m"


@overload
def unfinished(value: int) -> int: ...


print(twice(2), twice("a"), Last().method(), Last.__final__, typing.TYPE_CHECKING, assert_type(5, int))
print(isinstance(5, SupportsInt), isinstance("a", SupportsFloat), isinstance(True, SupportsIndex), SupportsInt)
print(typing.get_origin(typing.Iterable[int]), typing.Mapping[str, int], typing.Generator[int, None, str], typing.Self)
print(isinstance({}, typing.Mapping), isinstance(5, typing.Hashable), isinstance((), typing.Sequence), isinstance(len, typing.Callable))
print(typing.List, typing.NoReturn, typing.ParamSpec("P"), typing.TypeVarTuple("Ts"), typing.AnyStr, typing.Text)
print(typing.ForwardRef("x"), typing.is_typeddict(typing.TypedDict("D", {})), typing.Deque[int]([1, 2]))
for action in (lambda: unfinished(1), lambda: assert_never(5), lambda: typing.Union[int]("7"), lambda: typing.Optional[int]()):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
