/**
 * Says of one program whether our machine runs it as CPython does. Both run in
 * processes of their own, with a limit of time.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { outsideReason } from './outside.mjs';

const LIMIT_MS = 60_000;
/** More than any program of the suites prints. */
const MOST_OUTPUT = 4_000_000;

/** Runs a program; its output, how it ended and the last line of its complaint. */
function execute(command, args, cwd, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const out = [];
    let err = '';
    let size = 0;
    const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
    child.stdout.on('data', (chunk) => {
      size += chunk.length;
      if (size <= MOST_OUTPUT) out.push(chunk);
    });
    child.stderr.on('data', (chunk) => (err = (err + chunk).slice(-4000)));
    child.on('error', (error) => resolve({ ok: false, out: '', last: error.message }));
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const last = signal ? `ended by ${signal}` : (err.trim().split('\n').filter((line) => /^\S/.test(line)).at(-1) ?? '');
      resolve({ ok: code === 0, out: Buffer.concat(out).toString(), last });
    });
  });
}

const oracleEnv = (seed) => ({ PYTHONIOENCODING: 'utf-8', PYTHONHASHSEED: seed, PYTHONWARNINGS: 'ignore', PYTHONDONTWRITEBYTECODE: '1' });
const oracleRun = (python, file, seed) => execute(python, [file], dirname(file), oracleEnv(seed));
const ourRun = (py, file) => execute(py, ['--modules', dirname(file), file], dirname(file));

/** The first line in which two outputs differ. */
function firstDifference(expected, actual) {
  const [a, b] = [expected.split('\n'), actual.split('\n')];
  const at = a.findIndex((line, index) => line !== b[index]);
  const line = at < 0 ? a.length : at;
  const shown = (text) => (text === undefined ? 'the end' : JSON.stringify(text.slice(0, 100)));
  return `line ${line + 1}: ${shown(b[line])} instead of ${shown(a[line])}`;
}

async function judgePrinted({ py, python }, file) {
  const expected = await oracleRun(python, file, '0');
  if (!expected.ok) return { verdict: 'aside', why: `CPython 3.11 does not end it well: ${expected.last}` };
  if (expected.out.trim() === 'SKIP') return { verdict: 'aside', why: 'it skips itself on CPython 3.11' };
  const ours = await ourRun(py, file);
  if (ours.ok && ours.out === expected.out) return { verdict: 'pass' };
  const again = await oracleRun(python, file, '1');
  if (again.out !== expected.out) return { verdict: 'aside', why: 'CPython prints otherwise each time' };
  if (ours.out.trim() === 'SKIP') return { verdict: 'fail', why: 'it skips itself here' };
  return { verdict: 'fail', why: ours.ok ? firstDifference(expected.out, ours.out) : ours.last };
}

async function judgeAsserted({ py, python }, file) {
  const ours = await ourRun(py, file);
  if (ours.ok) return { verdict: 'pass' };
  const expected = await oracleRun(python, file, '0');
  if (!expected.ok) return { verdict: 'aside', why: `CPython 3.11 does not end it well: ${expected.last}` };
  return { verdict: 'fail', why: ours.last };
}

/** `{ verdict: 'pass' | 'fail' | 'aside', why }` of a program. */
export async function judge(programs, suite, file) {
  const reason = outsideReason(readFileSync(file, 'utf8'));
  if (reason) return { verdict: 'aside', why: `needs ${reason}` };
  return suite.asserts ? judgeAsserted(programs, file) : judgePrinted(programs, file);
}
