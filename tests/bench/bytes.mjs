/** What a reader's browser has to fetch: every file of the build, plain and compressed. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { openPage, whenIdle } from '../page/harness.mjs';
import { kb } from './stats.mjs';

export const title = 'Bytes of the build';

const KINDS = { '.wasm': 'WebAssembly', '.js': 'JavaScript', '.css': 'style', '.html': 'page' };
/** Types for developers, which no browser fetches. */
const NOT_FETCHED = /\.d\.ts$/;

function sizesOf(root, file) {
  const content = readFileSync(join(root, file));
  return { file, raw: content.length, gzip: gzipSync(content, { level: 9 }).length, brotli: brotliCompressSync(content).length };
}

/** Files that an opened page asks for until nothing loads any more. */
async function fetchedFiles(browser, url) {
  const asked = new Set();
  const watch = (page) =>
    page.on('request', (request) => {
      if (request.url().startsWith(url)) asked.add(new URL(request.url()).pathname.slice(1) || 'index.html');
    });
  const opened = await openPage(browser, url, { watch });
  await whenIdle(opened.page);
  await opened.close();
  return asked;
}

export async function measure({ browser, url, root }) {
  const sizes = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !NOT_FETCHED.test(entry.name))
    .map((entry) => sizesOf(root, join(entry.parentPath, entry.name).slice(root.length + 1)));
  const sum = (name, chosen) => {
    const total = (key) => kb(chosen.reduce((all, each) => all + each[key], 0));
    return [name, chosen.length, total('raw'), total('gzip'), total('brotli')];
  };
  const fetched = await fetchedFiles(browser, url);
  const kinds = Object.entries(KINDS).map(([extension, name]) => sum(name, sizes.filter((each) => extname(each.file) === extension)));
  return [
    ['', 'files', 'raw', 'gzip', 'brotli'],
    ...kinds,
    sum('everything', sizes),
    sum('fetched to open the page', sizes.filter((each) => fetched.has(each.file))),
  ];
}
