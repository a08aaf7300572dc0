//! Whatever nests deep is compiled or refused on a native stack of 1 MiB.

use super::compiled;

const STACK_BYTES: usize = 1 << 20;

/// The text of the error, or nothing, on a small stack.
fn on_small_stack(text: String) -> Option<String> {
    let run = move || compiled(&text).err().map(|error| error.message);
    let thread = std::thread::Builder::new().stack_size(STACK_BYTES).spawn(run);
    thread.expect("a thread").join().expect("no panic")
}

#[test]
fn deep_nesting_is_refused_in_words() {
    const MANY: usize = 5000;
    let deep = "expression or block nested too deeply";
    for (open, middle, close, message) in [
        ("(", "1", ")", "too many nested parentheses"),
        ("[", "", "]", "too many nested parentheses"),
        ("{1: ", "2", "}", "too many nested parentheses"),
        ("f(", "", ")", deep),
        ("not ", "a", "", deep),
        ("- ", "a", "", deep),
        ("a ** ", "a", "", deep),
        ("a if b else ", "c", "", deep),
        ("lambda: ", "c", "", deep),
        ("", "a", ".b", deep),
        ("", "a", "()", deep),
        ("a + ", "a", "", "too many operators in one expression"),
        ("f'{", "a", "}'", "too many nested parentheses"),
    ] {
        let text = format!("x = {}{middle}{}", open.repeat(MANY), close.repeat(MANY));
        assert_eq!(on_small_stack(text).as_deref(), Some(message), "{open}{middle}{close}");
    }
    let blocks: String = (0..120).map(|depth| format!("{}if x:\n", " ".repeat(depth))).collect();
    assert_eq!(on_small_stack(blocks).as_deref(), Some("too many levels of indentation"));
    let finals: String =
        (0..40).map(|depth| format!("{0}try: a\n{0}finally:\n", " ".repeat(depth))).collect();
    let text = format!("{finals}{}pass", " ".repeat(40));
    let message = "the program compiles to too many instructions";
    assert_eq!(on_small_stack(text).as_deref(), Some(message));
}

#[test]
fn what_is_within_the_limits_compiles() {
    for text in [
        format!("x = {}1{}", "(".repeat(190), ")".repeat(190)),
        format!("x = {}{}", "f(".repeat(90), ")".repeat(90)),
        format!("x = {}a", "a + ".repeat(1900)),
        format!("x = {}a", "a and ".repeat(5000)),
        format!("if a: pass\n{}", "elif b: pass\n".repeat(5000)),
        format!("x = [{}]", "a, ".repeat(20_000)),
        format!("f({})", "a, ".repeat(5000)),
        format!("x = {}", "'a' ".repeat(5000)),
        format!("x = {{{}}}", "a: b, ".repeat(5000)),
        format!("{}def f(): pass", "@a\n".repeat(1000)),
    ] {
        let start: String = text.chars().take(20).collect();
        assert_eq!(on_small_stack(text), None, "{start}");
    }
}

#[test]
fn jumps_over_long_bodies_reach_their_labels() {
    let body = "  x = f(a, b, c)\n".repeat(10_000);
    let code = compiled(&format!("while a < b:\n{body}else:\n  y = 1\n")).expect("a program");
    let listing = code.to_string();
    // The test jumps over a jump, which reaches the `else` after the body.
    assert!(listing.contains("JumpUnlessLt a=0 b=1 offset=1 -> 4"), "{}", &listing[..300]);
    let target = code.ops.len() - 3;
    assert!(listing.contains(&format!("-> {target}\n")), "{}", &listing[listing.len() - 300..]);
}

#[test]
fn too_many_locals_are_refused() {
    let body: String = (0..40_000).map(|i| format!("  v{i} = 1\n")).collect();
    let message = compiled(&format!("def f():\n{body}")).unwrap_err().message;
    assert_eq!(message, "too many local variables");
}
