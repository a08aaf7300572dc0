# Type hints show themselves, compare and can be asked for.
# covers: typing
from typing import (
    Annotated, Any, Callable, ClassVar, Dict, Final, List, Literal, NewType, Optional, Tuple, Type, TypeVar, Union, cast,
    get_args, get_origin, get_type_hints,
)

T = TypeVar("T")
print(List[int], Dict[str, List[int]], Tuple[int, ...], Tuple[()], Optional[str], Union[int, str, None], Type[int])
print(Callable[[int, str], bool], Callable[..., None], Literal[1, "a", None], Final[int], ClassVar[int], Any)
print(Annotated[int, "positive"], List[T], List[T][int], Dict[str, T][int], List["Later"], Callable[[T], T][str])
print(Union[int], Union[int, int], Union[int, Union[str, int]], Optional[None], Optional[Optional[int]], Union[int, str] | None)
print(Union[int, str] == Union[str, int], Optional[int] == (int | None), List[int] == list[int], hash(Optional[int]) == hash(Union[None, int]))
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(Optional[int]), get_args(Optional[int]), get_args(int))
print(get_args(Callable[[int], str]), get_origin(Callable[[int], str]), get_args(Literal[1, 2]), get_origin(int | str))
print(get_args(Annotated[int, "x"]), get_origin(Annotated[int, "x"]) is Annotated)


def scale(values: List[float], by: "float" = 2.0, *, names: Optional["Dict[str, int]"] = None) -> "Tuple[float, ...]":
    return tuple(value * by for value in values)


print(scale.__annotations__)
print(get_type_hints(scale))


class Node:
    value: int
    next: "Optional[Node]" = None
    kind: ClassVar[str] = "node"


print(Node.__annotations__)
print(get_type_hints(Node))
UserId = NewType("UserId", int)
print(UserId, UserId(5) + 1, UserId.__name__, UserId.__supertype__, cast(str, 5))
print(T, TypeVar("N", int, float), TypeVar("B", bound=int).__bound__, TypeVar("C", covariant=True))
print(isinstance([], List), isinstance({}, Dict), isinstance(3, Union[int, str]))
for action in (
    lambda: isinstance([1], List[int]), lambda: isinstance(5, Any), lambda: List[int, str], lambda: Dict[int],
    lambda: Optional[int, str], lambda: Any(), lambda: Union[()], lambda: TypeVar("X", int),
):
    try:
        print(action())
    except TypeError as error:
        print(error)
