//! Compares every case of `testdata/*.jsonl`, answered by numpy, with this crate. The format of the cases is
//! described in `testdata/generate.py`, which writes them.

use std::fmt::Write as _;

use serde_json::Value as Json;
use taskyard_ndarray::*;

/// How far results of transcendental functions may lie apart, relative to their size.
const TOLERANCE: f64 = 4e-15;
const NARROW_TOLERANCE: f64 = 2e-7;

type Answer = std::result::Result<Found, ArrayError>;

enum Found {
    Array(NdArray),
    Texts(Vec<String>),
}

struct Case<'a> {
    json: &'a Json,
    arrays: &'a [NdArray],
}

enum Side {
    Array(NdArray),
    Weak(Value),
}

impl Side {
    fn operand(&self) -> Operand<'_> {
        match self {
            Self::Array(array) => Operand::Array(array),
            Self::Weak(value) => Operand::Python(value.clone()),
        }
    }
}

fn check(file: &str, text: &str) {
    let mut arrays = Vec::new();
    let (mut report, mut wrong, mut total) = (String::new(), 0, 0);
    for line in text.lines() {
        let json: Json = serde_json::from_str(line).expect("a case is JSON");
        if json["op"] == "array" {
            arrays.push(read_array(&json["a"], &[]));
            continue;
        }
        total += 1;
        let case = Case { json: &json, arrays: &arrays };
        let answer = case.run();
        if let Err(difference) = case.compare(answer) {
            wrong += 1;
            if wrong <= 20 {
                let shown: String = line.chars().take(400).collect();
                writeln!(report, "{shown}\n    {difference}").expect("a string takes everything");
            }
        }
    }
    assert!(total > 50, "{file} has lost its cases");
    assert!(wrong == 0, "{file}: {wrong} of {total} differ from numpy\n{report}");
}

fn dtype_of(json: &Json) -> DType {
    DType::parse(json.as_str().expect("dtype")).expect("known dtype")
}

fn value_of(json: &Json) -> Value {
    match json {
        Json::Bool(b) => Value::Bool(*b),
        Json::Number(n) => Value::Int(n.as_i64().expect("a 64-bit integer")),
        Json::String(s) => Value::Str(s.as_str().into()),
        Json::Object(o) => Value::Float(o["f"].as_str().expect("float text").parse().expect("float")),
        other => panic!("no value: {other}"),
    }
}

fn read_array(json: &Json, arrays: &[NdArray]) -> NdArray {
    if let Some(id) = json["ref"].as_u64() {
        return arrays[id as usize].clone();
    }
    let dtype = dtype_of(&json["d"]);
    let items = json["v"].as_array().expect("elements");
    let read = |item: &Json| match item {
        Json::String(s) if dtype.is_float() => Value::Float(s.parse().expect("float")),
        other => value_of(other),
    };
    let shape: Vec<usize> = list(&json["s"]).iter().map(|&n| n as usize).collect();
    from_values(items.iter().map(read).collect(), &shape, Some(dtype)).expect("the array of a case")
}

fn list(json: &Json) -> Vec<i64> {
    json.as_array().expect("a list").iter().map(|n| n.as_i64().expect("an integer")).collect()
}

fn read_nested(json: &Json) -> Nested {
    match json {
        Json::Array(items) => Nested::List(items.iter().map(read_nested).collect()),
        Json::Object(o) if o.contains_key("d") => Nested::Array(read_array(json, &[])),
        Json::Object(o) => Nested::Value(value_of(&o["w"])),
        other => panic!("no nested data: {other}"),
    }
}

fn write_nested(nested: &Nested) -> String {
    match nested {
        Nested::List(items) => format!("[{}]", items.iter().map(write_nested).collect::<Vec<_>>().join(", ")),
        Nested::Value(Value::Bool(true)) => "True".to_owned(),
        Nested::Value(Value::Bool(false)) => "False".to_owned(),
        Nested::Value(Value::Int(i)) => i.to_string(),
        Nested::Value(Value::Float(x)) => float_repr(*x),
        other => panic!("no plain value: {other:?}"),
    }
}

impl Case<'_> {
    fn array(&self, name: &str) -> NdArray {
        read_array(&self.json[name], self.arrays)
    }

    fn side(&self, name: &str) -> Side {
        match self.json[name].get("w") {
            Some(weak) => Side::Weak(value_of(weak)),
            None => Side::Array(self.array(name)),
        }
    }

    fn weak(&self, name: &str) -> Value {
        value_of(&self.json[name]["w"])
    }

    fn int(&self, name: &str) -> i64 {
        self.json[name].as_i64().expect("an integer")
    }

    fn maybe_int(&self, name: &str) -> Option<i64> {
        self.json[name].as_i64()
    }

    fn ints(&self, name: &str) -> Vec<i64> {
        list(&self.json[name])
    }

    fn maybe_ints(&self, name: &str) -> Option<Vec<i64>> {
        self.json[name].is_array().then(|| self.ints(name))
    }

    fn maybe_dtype(&self) -> Option<DType> {
        self.json["dtype"].is_string().then(|| dtype_of(&self.json["dtype"]))
    }

    fn parts(&self) -> Vec<NdArray> {
        self.json["parts"].as_array().expect("parts").iter().map(|p| read_array(p, self.arrays)).collect()
    }

    fn index(&self) -> Vec<Index> {
        let items = self.json["index"].as_array().expect("an index").iter();
        items
            .map(|item| {
                if item.get("new").is_some() {
                    Index::NewAxis
                } else if item.get("dots").is_some() {
                    Index::Ellipsis
                } else if let Some(i) = item.get("i") {
                    Index::Int(i.as_i64().expect("an integer"))
                } else if let Some(s) = item.get("s") {
                    Index::Slice { start: s[0].as_i64(), stop: s[1].as_i64(), step: s[2].as_i64() }
                } else {
                    Index::Array(read_array(&item["a"], self.arrays))
                }
            })
            .collect()
    }

    fn run(&self) -> Answer {
        let op = self.json["op"].as_str().expect("an operation");
        match op {
            "print" => {
                let a = self.array("a");
                return Ok(Found::Texts(vec![array_str(&a), array_repr(&a)]));
            }
            "tolist" => {
                let nested = to_nested(&self.array("a"));
                return nested.map(|nested| Found::Texts(vec![write_nested(&nested)]));
            }
            "scalar" => {
                let a = self.array("a").as_scalar().expect("a scalar");
                return Ok(Found::Texts(vec![scalar_str(&a), scalar_repr(&a)]));
            }
            _ => {}
        }
        self.run_elementwise(op)
            .or_else(|| self.run_shaping(op))
            .or_else(|| self.run_making(op))
            .unwrap_or_else(|| panic!("unknown operation {op}"))
            .map(Found::Array)
    }

    fn run_elementwise(&self, op: &str) -> Option<Result<NdArray>> {
        let name = self.json["name"].as_str().unwrap_or_default();
        Some(match op {
            "binary" => binary(binary_op(name), self.side("a").operand(), self.side("b").operand()),
            "in_place" => binary_in_place(binary_op(name), &self.array("a"), self.side("b").operand()),
            "unary" => unary(unary_op(name), &self.array("a")),
            "round" => round(&self.array("a"), self.int("decimals") as i32),
            "where" => choose(&self.array("c"), self.side("a").operand(), self.side("b").operand()),
            "clip" => {
                let bound = |name: &str| (!self.json[name]["w"].is_null() || self.json[name]["d"].is_string()).then(|| self.side(name));
                let (low, high) = (bound("low"), bound("high"));
                clip(&self.array("a"), low.as_ref().map(Side::operand), high.as_ref().map(Side::operand))
            }
            "reduce" => {
                let axes = self.maybe_ints("axes");
                let keepdims = self.json["keepdims"].as_bool().expect("keepdims");
                reduce(&self.array("a"), self.reduction(name), axes.as_deref(), keepdims)
            }
            "accumulate" => {
                let what = if name == "sum" { Accumulation::Sum } else { Accumulation::Prod };
                accumulate(&self.array("a"), what, self.maybe_int("axis"))
            }
            _ => return None,
        })
    }

    fn reduction(&self, name: &str) -> Reduction {
        let ddof = self.json["ddof"].as_f64().unwrap_or(0.0);
        match name {
            "sum" => Reduction::Sum,
            "prod" => Reduction::Prod,
            "mean" => Reduction::Mean,
            "var" => Reduction::Var { ddof },
            "std" => Reduction::Std { ddof },
            "min" => Reduction::Min,
            "max" => Reduction::Max,
            "argmin" => Reduction::ArgMin,
            "argmax" => Reduction::ArgMax,
            "any" => Reduction::Any,
            "all" => Reduction::All,
            "count_nonzero" => Reduction::CountNonzero,
            other => panic!("unknown reduction {other}"),
        }
    }

    fn run_shaping(&self, op: &str) -> Option<Result<NdArray>> {
        Some(match op {
            "index" => {
                let shape = self.ints("s");
                let count = shape.iter().product::<i64>();
                NdArray::from_ints((0..count).collect()).pipe(|a| reshape(&a, &shape)).and_then(|a| a.get(&self.index()))
            }
            "assign" => {
                let mut base = self.array("a");
                let side = self.side("value");
                base.set(&self.index(), side.operand()).map(|()| base)
            }
            "reshape" => reshape(&self.array("a"), &self.ints("shape")),
            "transpose" => transpose(&self.array("a"), self.maybe_ints("axes").as_deref()),
            "squeeze" => squeeze(&self.array("a"), self.maybe_ints("axes").filter(|x| !x.is_empty()).as_deref()),
            "broadcast_to" => {
                let shape: Vec<usize> = self.ints("shape").iter().map(|&n| n as usize).collect();
                broadcast_to(&self.array("a"), &shape)
            }
            "concatenate" => concatenate(&self.parts(), self.maybe_int("axis")),
            "stack" => stack(&self.parts(), self.int("axis")),
            "matmul" => matmul(&self.array("a"), &self.array("b")),
            "dot" => dot(&self.array("a"), &self.array("b")),
            "tensordot" => {
                let axes = &self.json["axes"];
                tensordot(&self.array("a"), &self.array("b"), &list(&axes[0]), &list(&axes[1]))
            }
            "sort" => sort(&self.array("a"), self.maybe_int("axis")),
            "argsort" => argsort(&self.array("a"), self.maybe_int("axis")),
            "unique" => unique(&self.array("a")),
            _ => return None,
        })
    }

    fn run_making(&self, op: &str) -> Option<Result<NdArray>> {
        Some(match op {
            "arange" => arange(&self.weak("start"), &self.weak("stop"), &self.weak("step"), None),
            "linspace" => {
                let float = |name: &str| self.json[name].as_f64().expect("a float");
                let endpoint = self.json["endpoint"].as_bool().expect("endpoint");
                linspace(float("start"), float("stop"), self.int("count"), endpoint)
            }
            "eye" => eye(self.int("rows"), self.int("columns"), self.int("k"), dtype_of(&self.json["dtype"])),
            "full" => full(&self.ints("shape"), &self.weak("value"), self.maybe_dtype()),
            "nested" => from_nested(&read_nested(&self.json["data"]), self.maybe_dtype()),
            "astype" => self.array("a").astype(dtype_of(&self.json["dtype"])),
            _ => return None,
        })
    }

    fn compare(&self, answer: Answer) -> std::result::Result<(), String> {
        let expect_error = self.json["error"].as_str();
        match (answer, expect_error) {
            (Err(error), Some(expect)) if error.to_string() == expect => Ok(()),
            (Err(error), _) if error.kind == ErrorKind::Unsupported => {
                // What needs a float16 is refused by name; nothing else is.
                if error.message.contains("float16") { Ok(()) } else { Err(format!("got {error}")) }
            }
            (Err(error), Some(expect)) => Err(format!("got {error}\n    not {expect}")),
            (Err(error), None) => Err(format!("got {error}\n    not {}", self.json["expect"])),
            (Ok(found), Some(expect)) => Err(format!("got {}\n    not {expect}", found.show())),
            (Ok(Found::Texts(found)), None) => {
                let expect: Vec<&str> =
                    self.json["expect"].as_array().expect("texts").iter().filter_map(Json::as_str).collect();
                if found == expect { Ok(()) } else { Err(format!("got {}\n    not {}", found.join("\n"), expect.join("\n"))) }
            }
            (Ok(Found::Array(found)), None) => {
                let expect = self.array("expect");
                let approx = self.json["approx"].as_bool().unwrap_or(false);
                if same(&found, &expect, approx) {
                    Ok(())
                } else {
                    Err(format!("got {found:?}\n    not {expect:?}"))
                }
            }
        }
    }
}

impl Found {
    fn show(&self) -> String {
        match self {
            Self::Array(array) => array_repr(array),
            Self::Texts(texts) => texts.join(" "),
        }
    }
}

/// Lets a value flow into a function, for chains that start with a plain value.
trait Pipe: Sized {
    fn pipe<R>(self, f: impl FnOnce(Self) -> R) -> R {
        f(self)
    }
}

impl<T> Pipe for T {}

/// Equal in dtype, shape and every bit, save that any `nan` is like another.
fn same(found: &NdArray, expect: &NdArray, approx: bool) -> bool {
    let tolerance = match (approx, expect.dtype()) {
        (false, _) => 0.0,
        (true, DType::Float32) => NARROW_TOLERANCE,
        (true, _) => TOLERANCE,
    };
    found.dtype() == expect.dtype()
        && found.shape() == expect.shape()
        && (0..expect.size()).all(|i| match (found.value_at(i), expect.value_at(i)) {
            (Some(Value::Float(x)), Some(Value::Float(y))) => {
                x.to_bits() == y.to_bits() || (x.is_nan() && y.is_nan()) || (x - y).abs() <= tolerance * y.abs() && approx
            }
            (x, y) => x == y,
        })
}

fn binary_op(name: &str) -> BinaryOp {
    use BinaryOp::*;
    let all = [
        Add, Subtract, Multiply, Divide, FloorDivide, Remainder, Power, Maximum, Minimum, Arctan2, Hypot, Equal,
        NotEqual, Less, LessEqual, Greater, GreaterEqual, BitAnd, BitOr, BitXor, LeftShift, RightShift, LogicalAnd,
        LogicalOr, LogicalXor,
    ];
    all.into_iter().find(|op| op.ufunc_name() == name).unwrap_or_else(|| panic!("unknown ufunc {name}"))
}

fn unary_op(name: &str) -> UnaryOp {
    use UnaryOp::*;
    let all = [
        Negative, Positive, Absolute, Invert, LogicalNot, Square, Sign, Reciprocal, Floor, Ceil, Trunc, Rint, Fabs,
        Sqrt, Cbrt, Exp, Exp2, Expm1, Log, Log2, Log10, Log1p, Sin, Cos, Tan, Arcsin, Arccos, Arctan, Sinh, Cosh, Tanh,
        Degrees, Radians, Isnan, Isinf, Isfinite,
    ];
    all.into_iter().find(|op| op.ufunc_name() == name).unwrap_or_else(|| panic!("unknown ufunc {name}"))
}

macro_rules! tables {
    ($($name:ident $file:literal)*) => {
        $(#[test]
        fn $name() {
            check($file, include_str!(concat!("../testdata/", $file, ".jsonl")));
        })*
    };
}

tables! {
    binary_operations "binary"
    unary_operations "unary"
    reductions "reduce"
    indexing "index"
    shapes "shape"
    creation "create"
    printing "print"
}
