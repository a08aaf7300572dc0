//! Expressions that mean the same in every Python: numbers, texts, containers of small numbers, and what the library
//! makes of them. They are mostly of the right type, so that the answers are compared and not only the refusals.

use super::numbers::Numbers;

/// Kinds of values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Int,
    Float,
    Text,
    Bytes,
    List,
    Tuple,
    Dict,
    Set,
    Any,
}

use Kind::{Any, Bytes, Dict, Float, Int, List, Set, Text, Tuple};

const KINDS: [Kind; 8] = [Int, Float, Text, Bytes, List, Tuple, Dict, Set];

const INTS: &[&str] = &[
    "0", "1", "-1", "2", "3", "5", "7", "-7", "10", "16", "31", "64", "100", "255", "-256", "1000", "12345678", "-99", "2**31", "-2**31", "2**32 + 7", "2**47 - 1",
    "2**47", "-2**47 - 1", "2**48 + 3", "2**53 + 1", "2**63 - 1", "2**63", "-2**63", "-2**64 - 5", "10**18 + 9", "10**25", "-3**50", "7**77", "True", "False",
];
const FLOATS: &[&str] = &[
    "0.0", "-0.0", "0.5", "1.5", "2.5", "-3.7", "1e16", "1e15", "123456789.125", "1e-5", "0.0001", "1e22", "1e23", "5e-324", "1.7976931348623157e308", "float('inf')",
    "float('-inf')", "float('nan')", "0.1", "1/3", "2.675", "-1e-10", "99999.5", "3.0", "1e100", "0.30000000000000004",
];
const TEXTS: &[&str] = &[
    "''", "'a'", "'abc'", "'Hello World'", "'a,b,,c'", "'  x y  '", "'ß'", "'İıſ'", "'a\\tb\\n'", "'🎉é'", "\"it's\"", "'\"q\"'", "'aXbXc'", "'12'", "'-7'", "' 42 '", "'3.5'",
    "'0xff'", "'1_000'", "'½'", "'٣'", "'Ab1 cD2'", "'aaa'", "'\\x00\\x7f\\xa0'", "'line1\\r\\nline2\\x0bz'", "'ǅ'", "'ΑΣ'", "'a' * 30", "'{}-{}'", "'%s'", "'the quick brown fox'",
];
const BYTES: &[&str] = &["b''", "b'abc'", "b'\\xff\\x00a'", "b'a,b'", "b' 12 '", "b\"it's\"", "bytes(range(5))", "b'Hello World'", "b'\\t\\n\\\\'", "bytearray(b'xyz')"];

/// Templates of each kind; a letter in braces is a value: i, f, s, b, l, t, d, z (a set), n (a small number), p (a
/// pattern), m (a format), x (anything).
const INT_FORMS: &[&str] = &[
    "({i} + {i})", "({i} - {i})", "({i} * {i})", "({i} // {i})", "({i} % {i})", "({i} & {i})", "({i} | {i})", "({i} ^ {i})", "({i} << {n})", "({i} >> {n})", "(-{i})", "(~{i})", "abs({i})",
    "pow({i}, {n})", "pow({i}, {n}, {i})", "pow({i}, -1, {i})", "divmod({i}, {i})", "round({i}, -{n})", "round({f})", "int({f})", "int({s})", "int({s}, {n})", "len({x})", "({i}).bit_length()", "({i}).bit_count()", 
    "math.gcd({i}, {i})", "math.lcm({i}, {i})", "math.isqrt({i})", "math.factorial({n})", "math.comb({n}, {n})", "math.perm({n}, {n})", "math.floor({f})", "math.ceil({f})", "math.trunc({f})", "sum({l})", "{s}.count({s})",
    "{s}.find({s}, {n})", "{s}.rfind({s})", "{s}.index({s})", "{l}.count({i})", "{l}.index({i})", "{t}.index({i})", "ord({s}[0])", "int.from_bytes({b}, 'big')", "int.from_bytes({b}, 'little', signed=True)", "max({l})", "min({l})", "bisect.bisect({l}, {i})",
    "bisect.bisect_left({l}, {i})", "({i} if {x} else {i})", "operator.index({i})", "math.prod({l})", "{l}[{n}]", "sum({l}, {i})", "functools.reduce(operator.add, {l})", "functools.reduce(operator.xor, {l}, {i})", "({i}).__hash__()",
    "({i}).as_integer_ratio()", "int({s}, 0)", "statistics.median_low({l})", "statistics.mode({l})", "({i} ** {n})",
];
const FLOAT_FORMS: &[&str] = &[
    "({f} + {f})", "({f} - {i})", "({f} * {f})", "({i} / {i})", "({f} // {f})", "({f} % {f})", "({f} ** {n})", "({f} ** {f})", "round({f}, {n})", "round({f}, -{n})", "float({i})", "float({s})", "math.sqrt({f})", "math.fmod({f}, {f})", "math.hypot({f}, {f})",
    "math.fsum([{f}, {f}, {f}])", "math.copysign({f}, {f})", "math.ldexp({f}, {n})", "math.frexp({f})", "math.modf({f})", "math.nextafter({f}, {f})", "math.ulp({f})", "math.remainder({f}, {f})", "abs({f})", "({f}).hex()", "({f}).is_integer()",
    "({f}).as_integer_ratio()", "statistics.mean({l})", "statistics.median({l})", "statistics.fmean({l})", "math.dist([{f}], [{f}])", "math.isclose({f}, {f})", "math.degrees({f})", "math.floor({f})", "divmod({f}, {f})", "complex({f}, {f})", "complex({f}, {f}) * complex({f}, {i})",
    "statistics.pstdev({l})", "statistics.variance({l})", "fractions.Fraction({f})", "fractions.Fraction({i}, {i})", "fractions.Fraction({i}, {i}) + {f}", "float.fromhex({s})", "sum([{f}, {i}, {f}])", "max({f}, {i})", "min({f}, {f}, {i})", "({f} < {i})", "({f} == {i})",
    "fractions.Fraction({s})", "fractions.Fraction({f}).limit_denominator(100)", "abs(complex({f}, {f}))", "complex({s})", "{f} < {f} <= {f}",
];
const TEXT_FORMS: &[&str] = &[
    "({s} + {s})", "({s} * {n})", "{s}[{n}]", "{s}[{n}:]", "{s}[-{n}:{n}]", "{s}[::-{n}]", "{s}.upper()", "{s}.lower()", "{s}.title()", "{s}.capitalize()", "{s}.swapcase()", "{s}.casefold()", "{s}.strip()", "{s}.strip({s})", "{s}.lstrip({s})", "{s}.rstrip()",
    "{s}.replace({s}, {s})", "{s}.replace({s}, {s}, {n})", "{s}.center({n}, '*')", "{s}.ljust({n})", "{s}.rjust({n}, '-')", "{s}.zfill({n})", "{s}.expandtabs({n})", "{s}.join(map(str, {l}))", "{s}.join({s})", "{s}.removeprefix({s})", "{s}.removesuffix({s})", "repr({x})",
    "str({x})", "ascii({s})", "chr({n})", "bin({i})", "hex({i})", "oct({i})", "format({i}, {m})", "format({f}, {m})", "format({s}, {m})", "f'{{{i}:{{{m}}}}}'", "('%' + {c}) % ({i},)", "('%' + {c}) % ({f},)", "('%' + {c}) % ({s},)", "'%s|%r' % ({x}, {x})", "{s}.format({x}, {x})", "{s} % ({x},)",
    "'{{0!r:>{{1}}}}'.format({x}, {n})", "textwrap.fill({s} * {n}, {n})", "textwrap.dedent({s})", "textwrap.shorten({s}, {n})", "json.dumps({x})", "json.dumps({x}, indent={n})", "re.sub({p}, {s}, {s})", "re.escape({s})", "{b}.decode('utf-8', 'replace')", "{b}.decode()", "{b}.hex()",
    "{s}.translate({{97: 'z', 98: None}})", "''.join(sorted({s}))", "''.join(reversed({s}))", "max({s})", "min({s}, {s})", "string.capwords({s})", "textwrap.indent({s}, '> ')", "repr({f})", "str({f} * {i})", "pprint.pformat({x})", "string.Template('$a ${{b}} $$').safe_substitute(a={x})",
];
const BYTES_FORMS: &[&str] = &[
    "({b} + {b})", "({b} * {n})", "{b}[{n}]", "{b}[{n}:]", "{b}[::-1]", "{s}.encode()", "{s}.encode('latin-1', 'replace')", "{s}.encode('ascii', 'xmlcharrefreplace')", "{b}.upper()", "{b}.split({b})", "{b}.replace({b}, {b})", "{b}.strip()", "{b}.find({b})", "({i}).to_bytes({n}, 'big')",
    "({i}).to_bytes(16, 'little', signed=True)", "bytes({l})", "bytes({n})", "bytearray({b})", "{b}.center({n}, b'.')", "{b}.join([{b}, {b}])", "{b}.startswith({b})", "{b} in {b}", "bytes.fromhex({s})", "{b}.title()", "{b}.hex(':', {n})", "b'%d|%s' % ({i}, {b})", "{b}.partition({b})", "{b} < {b}",
];
const LIST_FORMS: &[&str] = &[
    "({l} + {l})", "({l} * {n})", "{l}[{n}:]", "{l}[::-{n}]", "{l}[-{n}:{n}:{n}]", "sorted({l})", "sorted({l}, reverse=True)", "sorted({l}, key=lambda v: v % 3)", "list(reversed({l}))", "list(range({n}, {n}))", "list(range({n}, -{n}, -{n}))", "{s}.split()", "{s}.split({s})", "{s}.rsplit({s}, {n})",
    "{s}.splitlines(True)", "list(map(abs, {l}))", "list(filter(None, {l}))", "list(zip({l}, {s}))", "list(enumerate({s}, {n}))", "[v * 2 for v in {l} if v > {i}]", "list({s})", "list({b})", "list({d})", "list({d}.items())", "re.findall({p}, {s})", "re.split({p}, {s})",
    "[m.span() for m in re.finditer({p}, {s})]", "list(itertools.accumulate({l}))", "list(itertools.chain({l}, {t}))", "list(itertools.combinations({l}[:5], {n}))[:9]", "list(itertools.permutations({t}[:4], 2))", "list(itertools.product({l}[:3], {s}))[:9]", "list(itertools.groupby({l}))[:0]", "[(k, list(g)) for k, g in itertools.groupby({s})]",
    "list(itertools.islice({l}, {n}, None, {n}))", "list(itertools.zip_longest({l}, {s}, fillvalue={i}))", "list(itertools.pairwise({l}))", "list(itertools.takewhile(bool, {l}))", "heapq.nsmallest({n}, {l})", "heapq.nlargest({n}, {l})", "heapq.merge({l}, {l}) and 1", "textwrap.wrap({s}, {n})", "json.loads(json.dumps({x}))",
    "collections.Counter({s}).most_common({n})", "statistics.multimode({l})", "statistics.quantiles({l})", "copy.deepcopy({x})", "list(map(operator.add, {l}, {l}))", "[*{l}, *{t}]", "list(collections.deque({l}, {n}))", "list(itertools.starmap(pow, [({i}, {n})]))", "list(itertools.compress({l}, {l}))",
];
const TUPLE_FORMS: &[&str] = &[
    "({t} + {t})", "({t} * {n})", "{t}[{n}:]", "tuple({l})", "{s}.partition({s})", "{s}.rpartition({s})", "divmod({i}, {i})", "({x}, {x})", "({t} < {t})", "({l} == {l})", "({l} <= {l})", "re.match({p}, {s}) and re.match({p}, {s}).groups()", "re.search({p}, {s}) and re.search({p}, {s}).span()",
    "re.fullmatch({p}, {s}) is None", "re.subn({p}, '-', {s})", "re.search({p}, {s}) and re.search({p}, {s}).groupdict()", "max({l}, default={i})", "tuple(sorted({z}))", "slice({n}, {i}).indices({n})", "min({t}, key=lambda v: -v)",
];
const DICT_FORMS: &[&str] = &[
    "{{**{d}, {i}: {x}}}", "{{k: v for k, v in zip({l}, {s})}}", "dict(zip({s}, {l}))", "dict(sorted({d}.items()))", "dict.fromkeys({l}, {i})", "({d} | {d})", "collections.Counter({l})", "collections.Counter({s}) - collections.Counter({s})", "{{len(w): w for w in {s}.split()}}", "{d}.get({i}, {x})", "{d}[{i}]", "{d}.keys() & {z}", "{i} in {d}",
    "collections.OrderedDict({d})", "dict(enumerate({s}))", "{d} == {d}", "dict(collections.ChainMap({d}, {d}))", "str.maketrans('ab', 'cd')",
];
const SET_FORMS: &[&str] = &["sorted({z} | {z})", "sorted({z} & {z})", "sorted({z} - {z})", "sorted({z} ^ {z})", "{z} <= {z}", "{z} == {z}", "sorted(set({l}))", "len({z} | set({t}))", "{z}.isdisjoint({z})", "sorted({z}.union({l}))", "{i} in {z}", "frozenset({z}) == {z}", "{z}"];

const PATTERNS: &[&str] = &["a", ".", "\\\\w+", "\\\\d", "[a-c]", "[^a-z]", "x|y", "(a)(b)?", "(?:ab)+", "a*?", "\\\\b", "^", "$", "\\\\s*", "(.)\\\\1", "(?i)A", "(?P<n>l+)", "o{1,2}", "(?=b)", "(?<=a)b", "(?!a).", "[\\\\w-]+", "(a|b)*c", "\\\\S", "e?", ",", "(?s).+", "\\\\Z", "(", "[", "*", "a{2", "\\\\"];
const CONVERSIONS: &[&str] = &["d", "s", "r", "x", "X", "o", "f", "e", "g", "G", "c", "a", "i", "5d", "-8s", "05d", "+d", " d", "#x", "#o", ".3f", "10.2e", ".0f", "#.0f", ".3s", "+.2g", "%", "08.3f", "-+5d", ".10d", "F", "u", "y", "5", ""];

/// Builds expressions.
pub struct Plain {
    pub numbers: Numbers,
}

impl Plain {
    fn atom(&mut self, kind: Kind) -> String {
        let numbers = &mut self.numbers;
        let join = |numbers: &mut Numbers| {
            let count = numbers.below(6);
            (0..count).map(|_| numbers.pick(&INTS[..20]).to_owned()).collect::<Vec<_>>()
        };
        match kind {
            Int => numbers.pick(INTS).to_owned(),
            Float => numbers.pick(FLOATS).to_owned(),
            Text => numbers.pick(TEXTS).to_owned(),
            Bytes => numbers.pick(BYTES).to_owned(),
            List => format!("[{}]", join(numbers).join(", ")),
            Tuple => format!("({})", join(numbers).iter().map(|item| format!("{item},")).collect::<String>()),
            Dict => {
                let keys = join(numbers);
                let values = join(numbers);
                let pairs: Vec<String> = keys.iter().zip(values).map(|(key, value)| format!("{key}: {value}")).collect();
                format!("{{{}}}", pairs.join(", "))
            }
            Set => format!("set([{}])", join(numbers).join(", ")),
            Any => {
                let kind = KINDS[numbers.below(KINDS.len())];
                self.atom(kind)
            }
        }
    }

    fn value(&mut self, kind: Kind, depth: usize) -> String {
        if self.numbers.once_in(40) {
            return self.atom(Any);
        }
        if depth == 0 || self.numbers.once_in(2) {
            let atom = self.atom(kind);
            // A sign or power before a dot or bracket would not belong to the value.
            return if matches!(kind, Int | Float) || atom.contains(' ') { format!("({atom})") } else { atom };
        }
        let inner = self.form(kind, depth - 1);
        if matches!(kind, Int | Float) { format!("({inner})") } else { inner }
    }

    fn form(&mut self, kind: Kind, depth: usize) -> String {
        let forms = match kind {
            Int => INT_FORMS,
            Float => FLOAT_FORMS,
            Text => TEXT_FORMS,
            Bytes => BYTES_FORMS,
            List => LIST_FORMS,
            Tuple => TUPLE_FORMS,
            Dict => DICT_FORMS,
            Set => SET_FORMS,
            Any => TEXT_FORMS,
        };
        let form = self.numbers.pick(forms);
        self.fill(form, depth)
    }

    fn fill(&mut self, form: &str, depth: usize) -> String {
        let mut text = String::new();
        let mut rest = form;
        while let Some(at) = rest.find(['{', '}']) {
            text += &rest[..at];
            let hole = &rest.as_bytes()[at..];
            match hole {
                [b'{', b'{', ..] | [b'}', b'}', ..] => {
                    text += &rest[at..=at];
                    rest = &rest[at + 2..];
                }
                [b'{', letter, b'}', ..] => {
                    let value = self.hole(*letter, depth);
                    text += &value;
                    rest = &rest[at + 3..];
                }
                _ => {
                    text += &rest[at..=at];
                    rest = &rest[at + 1..];
                }
            }
        }
        text + rest
    }

    fn hole(&mut self, letter: u8, depth: usize) -> String {
        let kind = match letter {
            b'i' => Int,
            b'f' => Float,
            b's' => Text,
            b'b' => Bytes,
            b'l' => List,
            b't' => Tuple,
            b'd' => Dict,
            b'z' => Set,
            b'n' => return self.numbers.pick(&["0", "1", "2", "3", "4", "5", "8", "12", "20", "40"]).to_owned(),
            b'p' => return format!("'{}'", self.pattern()),
            b'm' => return format!("{:?}", self.spec()),
            b'c' => return format!("'{}'", self.numbers.pick(CONVERSIONS)),
            _ => Any,
        };
        self.value(kind, depth)
    }

    fn pattern(&mut self) -> String {
        (0..1 + self.numbers.below(3)).map(|_| self.numbers.pick(PATTERNS)).collect()
    }

    /// A format specification, mostly a valid one.
    fn spec(&mut self) -> String {
        let numbers = &mut self.numbers;
        let parts: [&[&str]; 8] = [
            &["", "", "<", ">", "^", "=", "*<", "0>", "é^"],
            &["", "", "", "+", "-", " "],
            &["", "", "", "#", "z"],
            &["", "", "0"],
            &["", "1", "6", "12", "30"],
            &["", "", "", ",", "_"],
            &["", "", ".0", ".1", ".3", ".10", ".20"],
            &["", "", "d", "f", "e", "g", "s", "x", "b", "o", "X", "c", "n", "%", "E", "G", "F", "r"],
        ];
        parts.iter().map(|part| numbers.pick(part)).collect()
    }

    /// One expression.
    pub fn expression(&mut self) -> String {
        let kind = KINDS[self.numbers.below(KINDS.len())];
        let depth = self.numbers.below(3);
        self.form(kind, depth)
    }
}
