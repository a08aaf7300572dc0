# Type hints: names that do nothing at run time.
# covers: typing, type annotations
from typing import Any, Callable, Generic, Iterable, List, Dict, Optional, Protocol, TypeVar, Union, Literal, Final, ClassVar, Tuple, cast, NewType, TYPE_CHECKING, overload, get_type_hints, NoReturn, Sequence

T = TypeVar("T")
UserId = NewType("UserId", int)
Vector = List[float]
LIMIT: Final = 10


class Stack(Generic[T]):
    count: ClassVar[int] = 0

    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> "Stack[T]":
        self.items.append(item)
        return self

    def pop(self) -> Optional[T]:
        return self.items.pop() if self.items else None


class Sized(Protocol):
    def size(self) -> int: ...


def first(items: Iterable[T], default: Union[T, None] = None) -> Union[T, None]:
    return next(iter(items), default)


def apply(f: Callable[[int], int], n: int) -> int:
    return f(n)


s: Stack[int] = Stack()
print(s.push(1).push(2).pop(), Stack[int]().pop(), first([5]), first([], "d"), apply(lambda x: x + 1, 4), UserId(5), cast(str, 7), TYPE_CHECKING, LIMIT)
print(Optional[int], Union[int, str], List[int], Dict[str, int], Callable[[int], str], Any, Literal["a", 1], Tuple[int, ...], Vector, T, Union[int, None], Union[int, int], Iterable[str], Sequence[int])
print(get_type_hints(apply)["n"], get_type_hints(first)["default"], first.__annotations__["items"], Stack.__name__, isinstance(s, Stack), Stack.__annotations__)
print(list[int] | None, int | str, dict[str, list[int]], type[int], isinstance(5, int | str))
try:
    isinstance([], list[int])
except TypeError as error:
    print(error)
try:
    Union[5]
except TypeError as error:
    print(error)
