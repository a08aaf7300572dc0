//! What to try, for the mistakes that learners make most. One sentence each.

/// Hints for an exception with this class and text.
pub(crate) fn of(class: &str, message: &str) -> Option<String> {
    let hint = match class {
        "RecursionError" => "A function calls itself without end. Check the case in which it should stop.",
        "MemoryError" => "Work on smaller pieces: make the range or the list shorter.",
        "ZeroDivisionError" => "Check the divisor before dividing.",
        "IndexError" => "The first index is 0, the last is len(...) - 1.",
        "TypeError" if message.contains("DelayedLeaf") && message.contains("not callable") => {
            "Wrap the function in dask.delayed first, then call it: dask.delayed(f)(x)."
        }
        "TypeError" if message.contains("Delayed objects of unspecified length") => {
            "Say how many results the task has: dask.delayed(f, nout=2)."
        }
        "TypeError" if message.contains("Truth of Delayed") => {
            "The value is not there yet: call .compute() before you test it, or do the test inside a task."
        }
        "TypeError" if message.contains("can only concatenate str") => "Turn the number into text with str(...).",
        _ => return None,
    };
    Some(hint.to_owned())
}
