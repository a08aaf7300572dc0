//! What serves instead of a module that is not here: learners ask for these by name.

const PARALLEL: &str = "Taskyard runs tasks in parallel by itself: use dask.delayed.";
const NO_FILES: &str = "A program in a browser tab has no files; io.StringIO and io.BytesIO hold text and bytes.";
const NO_PROCESSES: &str = "A program in a browser tab has no processes.";
const NO_NETWORK: &str = "Programs cannot reach the network here.";
const NO_PLOTS: &str = "There are no plots here; the graph and the timeline are the pictures.";
const NO_WINDOWS: &str = "There are no windows here; print() writes below the program.";
const NO_FRAMES: &str = "Dataframes are not supported; lists, dicts, dask.bag and dask.array are.";
const NO_MODELS: &str = "Libraries for learning from data are not here; numpy and statistics are.";
const LOOK: &str = "Objects tell of themselves: dir(), type(), vars(), and __name__, __doc__, __annotations__ of functions.";
const TIME: &str = "Use time.perf_counter(), or look at the timeline of a run.";

const TABLE: &[(&[&str], &str)] = &[
    (&["threading", "multiprocessing", "concurrent", "asyncio", "sched", "ray", "joblib", "contextvars"], PARALLEL),
    (&["os", "pathlib", "tempfile", "glob", "shutil", "fnmatch", "zipfile", "gzip", "bz2", "tarfile", "shelve"], NO_FILES),
    (&["subprocess", "signal", "psutil", "ctypes", "getpass"], NO_PROCESSES),
    (&["requests", "urllib", "socket", "http", "ssl", "email", "flask", "django", "bs4", "webbrowser"], NO_NETWORK),
    (&["matplotlib", "seaborn", "plotly", "PIL", "cv2"], NO_PLOTS),
    (&["tkinter", "turtle", "pygame", "curses", "readline"], NO_WINDOWS),
    (&["pandas", "dask.dataframe", "polars", "sqlite3"], NO_FRAMES),
    (&["sklearn", "torch", "tensorflow", "keras"], NO_MODELS),
    (&["inspect", "dis", "ast", "gc", "importlib", "builtin", "symtable", "tokenize"], LOOK),
    (&["timeit", "profile", "cProfile", "tracemalloc"], TIME),
    (&["scipy", "sympy", "numba"], "numpy, math and fractions are there instead."),
    (&["networkx", "graphlib"], "Use dicts of lists; dask.get runs a graph of tasks, and the page draws it."),
    (&["dask.distributed", "distributed"], "Taskyard's own workers run the graph: call compute()."),
    (&["secrets"], "Use random, or uuid.uuid4() for names that differ."),
    (&["hmac"], "Use hashlib, for instance hashlib.blake2b(data, key=...)."),
    (&["pickle", "marshal"], "Tasks get and return values by themselves; json makes texts of values."),
    (&["logging"], "Use print()."),
    (&["argparse", "optparse", "getopt"], "A program here gets no arguments: assign the values to variables."),
    (&["configparser", "tomllib", "yaml", "xml", "html"], "json and csv are there instead."),
    (&["queue"], "Use collections.deque, or heapq for priorities."),
    (&["weakref"], "Use a dict."),
    (&["array"], "Use a list, or numpy.array()."),
    (&["struct", "base64", "binascii", "codecs"], "Use int.to_bytes(), int.from_bytes(), bytes.hex() and bytes.fromhex()."),
    (&["zlib"], "Use hashlib for digests."),
    (&["zoneinfo", "pytz", "dateutil"], "Use datetime.timezone, a fixed distance to UTC."),
    (&["locale", "gettext"], "Use the format of f-strings, for instance f'{n:,}'."),
    (&["unicodedata"], "Use the methods of str, such as isalpha() and casefold()."),
    (&["string.templatelib"], "Use string.Template or f-strings."),
    (&["shlex"], "Use str.split()."),
    (&["pytest", "nose", "doctest"], "Use assert, or unittest."),
    (&["pdb"], "Use print(), and look at the pictures of the run."),
    (&["attr", "pydantic"], "Use dataclasses."),
    (&["typing_extensions"], "Use typing."),
    (&["tqdm", "rich", "colorama"], "Use print()."),
    (&["toolz", "cytoolz"], "Use itertools and functools."),
    (&["IPython", "jupyter"], "Write a program; the page shows what it prints."),
];

/// For a name that nothing here is near to.
const OTHERWISE: &str = "Here are dask, numpy and most of Python's standard library that needs no files and no network.";

/// The hint for a module that is not here: what serves instead, or else a module of a like name.
pub(super) fn hint(name: &str, known: &[&str]) -> String {
    if let Some((_, text)) = TABLE.iter().find(|(names, _)| names.contains(&name)) {
        return (*text).to_owned();
    }
    let near = crate::text::suggest::suggest(name, known);
    near.map_or_else(|| OTHERWISE.to_owned(), |near| format!("Did you mean '{near}'?"))
}

#[cfg(test)]
mod tests {
    use super::{OTHERWISE, hint};

    #[test]
    fn known_absent_near_and_unknown_names_have_hints() {
        assert_eq!(hint("queue", &[]), "Use collections.deque, or heapq for priorities.");
        assert_eq!(hint("maths", &["csv", "math"]), "Did you mean 'math'?");
        assert_eq!(hint("flibbertigibbet", &["csv", "math"]), OTHERWISE);
    }
}
