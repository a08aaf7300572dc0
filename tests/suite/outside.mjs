/**
 * What the programs of other suites may ask for and a tab does not have: files,
 * processes, threads, the network, and the inside of another implementation.
 * A program that imports one of these is set aside; every other missing module
 * counts as a failure.
 */

/** Reasons by the top name of a module. */
export const OUTSIDE = new Map(
  Object.entries({
    'files and processes': 'os pathlib glob shutil tempfile subprocess fcntl mmap pwd termios signal select posix nt _posixshmem msvcrt atexit',
    'threads': 'threading _thread concurrent multiprocessing queue contextvars',
    'the network': 'socket ssl urllib http _socket _ssl',
    'async': 'asyncio',
    'compression and databases': 'zlib lzma bz2 sqlite3 xml pyexpat gzip _sqlite3',
    'the inside of CPython': 'ast dis ctypes _ctypes marshal imp importlib gc weakref opcode symtable code codeop _imp faulthandler tracemalloc',
    'bytes laid out by hand': 'struct array binascii',
    'the tools of a developer': 'unittest logging inspect sysconfig site testsuite',
  }).flatMap(([reason, names]) => names.split(' ').map((name) => [name, reason])),
);

/** Modules that only the library of another Python imports. */
const PRIVATE = /^_(?!_future__$|_main__$)\w/;

/** Parts of modules that stand for the tools of a developer or for files, by what a program says. */
const INSIDE = [
  ['the tools of a developer', /sys\.(settrace|_getframe)/],
  ['files and processes', /sys\.std(in|out|err)\.buffer/],
];

const IMPORT = /^\s*(?:from\s+([\w.]+)\s+import|import\s+([\w., ]+))/gm;

/** The top names of the modules that a program imports, anywhere. */
export function importsOf(text) {
  const names = new Set();
  for (const [, from, list] of text.matchAll(IMPORT)) {
    for (const name of (from ?? list).split(',')) names.add(name.trim().split(/[.\s]/)[0]);
  }
  return [...names];
}

/** Why a program cannot run here whatever our Python can do, or null. */
export function outsideReason(text) {
  if (/^\s*async\s+(def|for|with)\b|\bawait\b/m.test(text.replace(/"""[^]*?"""|#.*/g, ''))) return 'async';
  if (/(?<![\w.])open\(/.test(text.replace(/#.*/g, ''))) return 'files and processes: open()';
  const part = INSIDE.find(([, words]) => words.test(text));
  if (part) return `${part[0]}: ${part[1].exec(text)[0]}`;
  const name = importsOf(text).find((each) => OUTSIDE.has(each) || PRIVATE.test(each));
  return name ? `${OUTSIDE.get(name) ?? 'the inside of CPython'}: ${name}` : null;
}
