# Wrapping, filling, shortening, indenting texts.
# covers: textwrap
import textwrap

text = "The quick brown fox jumped over the lazy dog and ran away from it all-together quickly."
print(textwrap.wrap(text, 20))
print(textwrap.fill(text, width=30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(text, 30), "|", textwrap.shorten(text, 30, placeholder="..."), "|", textwrap.shorten("a  b", 10))
print(repr(textwrap.dedent("\n    a\n      b\n    c\n   ")), repr(textwrap.dedent("  a\n\tb")), repr(textwrap.dedent("\ta\n\tb")))
print(repr(textwrap.indent("a\n\nb\n", "> ")), repr(textwrap.indent("a\n\nb", "> ", lambda line: True)))
print(textwrap.wrap("a" * 24 + " b", 10), textwrap.wrap("a" * 19 + " b", 10, break_long_words=False))
print(textwrap.wrap("well-known all-in-one thing", 8), textwrap.wrap("well-known", 6, break_on_hyphens=False))
print(textwrap.wrap("a  b   c", 3), textwrap.wrap("a\tb", 10), textwrap.wrap("a\nb", 10), textwrap.wrap("", 10))
print(textwrap.wrap(text, 20, max_lines=2), textwrap.wrap(text, 20, max_lines=2, placeholder="~"))
print(textwrap.wrap("Hello.  World. Foo", 40, fix_sentence_endings=True), textwrap.wrap("  lead", 10))
print(textwrap.wrap("a  b", 10, drop_whitespace=False), textwrap.wrap("a\n b", 10, replace_whitespace=False))
wrapper = textwrap.TextWrapper(width=12, initial_indent="- ")
print(wrapper.wrap("some words to wrap here"), wrapper.width)
wrapper.subsequent_indent = "  "
print(wrapper.fill("some words to wrap here"))
for action in (lambda: textwrap.wrap("x", 0), lambda: textwrap.shorten("hello world", 3)):
    try:
        print(action())
    except ValueError as error:
        print(error)


def documented():
    """A text with
    an indented part

      kept as it is."""


print(textwrap.dedent("    " + documented.__doc__))
