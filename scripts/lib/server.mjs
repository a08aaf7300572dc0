/**
 * Serves a folder of files on this machine, with or without the headers that
 * isolate a page from other sites and so give it threads.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { Stop } from './proc.mjs';

export const HOST = '127.0.0.1';
/** Ports that are tried, from the first on, before giving up. */
const TRIED_PORTS = 100;

/** What a server may say about the page's isolation. */
export const ISOLATION = {
  none: {},
  headers: {
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  },
};

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.py': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** The file that an address below `base` names inside `root`, or null. */
function fileOf(root, base, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, `http://${HOST}`).pathname);
  } catch {
    return null;
  }
  if (!path.startsWith(base) || path.includes('\0')) return null;
  const full = normalize(join(root, path.slice(base.length)));
  if (full !== root && !full.startsWith(root + sep)) return null;
  return path.endsWith('/') ? join(full, 'index.html') : full;
}

async function answer(request, response, { root, base, headers }) {
  const plain = (status, text) => response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'Only reading is possible here.');
  const file = fileOf(root, base, request.url ?? '/');
  const found = file === null ? null : await stat(file).catch(() => null);
  if (file === null || !found?.isFile()) return plain(404, 'There is no such file.');
  const tag = `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`;
  const described = {
    ...headers,
    'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
    'Cache-Control': 'no-cache',
    ETag: tag,
  };
  if (request.headers['if-none-match'] === tag) return response.writeHead(304, described).end();
  response.writeHead(200, { ...described, 'Content-Length': found.size });
  if (request.method === 'HEAD') return response.end();
  const stream = createReadStream(file);
  stream.on('error', () => response.destroy());
  stream.pipe(response);
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve(server.address().port);
    });
  });
}

/**
 * Starts serving `root` below `base` and resolves with the address. `port` is
 * the first to try; with 0 the system chooses a free one.
 */
export async function serve({ root, isolation = 'headers', port = 0, base = '/' }) {
  const headers = ISOLATION[isolation];
  const server = createServer((request, response) => {
    answer(request, response, { root: normalize(root), base, headers }).catch(() => response.destroy());
  });
  for (let tried = 0; ; tried += 1) {
    try {
      const taken = await listen(server, port === 0 ? 0 : port + tried);
      return {
        url: `http://${HOST}:${taken}${base}`,
        close: () =>
          new Promise((resolve) => {
            server.close(resolve);
            server.closeAllConnections();
          }),
      };
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || port === 0) throw error;
      if (tried === TRIED_PORTS) throw new Stop(`No port from ${port} to ${port + tried} is free.`);
    }
  }
}
