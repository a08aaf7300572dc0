/**
 * Builds the page. Every address in it is relative, so the result works from
 * any sub-path; the engine is not bundled but lies beside it in `wasm/`.
 */
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** What isolates the page, so that the browser lends it threads. */
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/**
 * The built page loads code only from its own folder. Threads start from blob
 * addresses, and the editor brings its own style elements.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval' blob:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Adds the policy, and asks for the engine before the page's own code is read. */
function head(): Plugin {
  return {
    name: 'taskyard-head',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY }, injectTo: 'head-prepend' },
        { tag: 'link', attrs: { rel: 'preload', as: 'fetch', crossorigin: '', href: './wasm/taskyard_bg.wasm' }, injectTo: 'head' },
      ],
    },
  };
}

export default defineConfig({
  base: './',
  plugins: [svelte(), head()],
  // Zooming moves at once or by the style sheet; d3's own animations stay out of the bundle.
  resolve: { alias: { 'd3-transition': fileURLToPath(new URL('./web/graph/still.ts', import.meta.url)) } },
  worker: { format: 'es' },
  build: { target: 'es2023', sourcemap: false, assetsInlineLimit: 0 },
  server: { headers: isolation },
  preview: { headers: isolation },
  test: { include: ['web/**/*.test.ts'], environment: 'node' },
});
