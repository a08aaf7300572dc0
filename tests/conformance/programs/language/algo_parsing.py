# A tokenizer, a parser and an evaluator of formulas.
# covers: algorithms, match, dataclasses in use
import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Number:
    value: float


@dataclass(frozen=True)
class Name:
    text: str


@dataclass(frozen=True)
class Binary:
    op: str
    left: object
    right: object


TOKEN = re.compile(r"\s*(?:(\d+\.?\d*)|([a-z]+)|(.))")


def tokenize(text):
    for number, name, op in TOKEN.findall(text):
        yield Number(float(number)) if number else Name(name) if name else op


class Parser:
    PRECEDENCE = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}

    def __init__(self, text):
        self.tokens = [*tokenize(text), None]

    def atom(self):
        match self.tokens.pop(0):
            case Number() | Name() as leaf:
                return leaf
            case "-":
                return Binary("-", Number(0.0), self.atom())
            case "(":
                inner = self.expression(0)
                if self.tokens.pop(0) != ")":
                    raise SyntaxError("missing )")
                return inner
            case other:
                raise SyntaxError(f"unexpected {other!r}")

    def expression(self, minimum):
        left = self.atom()
        while (op := self.tokens[0]) in self.PRECEDENCE and self.PRECEDENCE[op] >= minimum:
            self.tokens.pop(0)
            left = Binary(op, left, self.expression(self.PRECEDENCE[op] + (op != "^")))
        return left


def evaluate(tree, names):
    match tree:
        case Number(value):
            return value
        case Name(text):
            return names[text]
        case Binary(op, left, right):
            a, b = evaluate(left, names), evaluate(right, names)
            return {"+": a + b, "-": a - b, "*": a * b, "^": a**b}[op] if op != "/" else a / b


def show(tree):
    match tree:
        case Number(value):
            return f"{value:g}"
        case Name(text):
            return text
        case Binary(op=op, left=left, right=right):
            return f"({show(left)} {op} {show(right)})"


for text in ["1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "10 - 4 - 3", "-x * 2 + y", "8 / 4 / 2", "x / 0", "(1 + 2", "1 + * 2", "z + 1", "((7))"]:
    try:
        tree = Parser(text).expression(0)
        print(f"{text:14} = {show(tree):22} = {evaluate(tree, {'x': 5, 'y': 1})}")
    except (SyntaxError, ZeroDivisionError, KeyError) as error:
        print(f"{text:14} ! {type(error).__name__}: {error}")
print(Parser("a+1").expression(0))
