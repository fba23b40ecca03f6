import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { defineConfig } from 'vitest/config';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string };

/** Tests that need a DOM, all of ../shared, or a browser; everything else under test/ is a unit test. */
const APART = ['test/{app,diagram,contract,shared,e2e}/**'];

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
/** `LINKCHAIN_SINGLE=1`: the app as one HTML file, which the hosted app brings along for downloads. */
const single = process.env['LINKCHAIN_SINGLE'] === '1';
const SINGLE_FILE = at('dist/linkchain.html');

/**
 * Nothing is fetched, posted or framed from anywhere; scripts are files of this origin, and none stand in the page. Only
 * load.html may connect: it fetches what the user confirmed, and holds none of the user's work.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

const policy = (): Plugin => ({
  name: 'linkchain:policy',
  apply: 'build',
  transformIndexHtml: (_html, { path }) => {
    const connect = path.endsWith('load.html') ? 'connect-src http: https:' : "connect-src 'none'";
    const content = [...POLICY, connect].join('; ');
    return [{ tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content }, injectTo: 'head-prepend' }];
  },
});

/** `virtual:offline`: the single file as a text, where it was built before. */
const offline = (): Plugin => ({
  name: 'linkchain:offline',
  resolveId: (id) => (id === 'virtual:offline' ? '\0virtual:offline' : null),
  load(id) {
    if (id !== '\0virtual:offline') return null;
    return `export default ${single || !existsSync(SINGLE_FILE) ? 'null' : JSON.stringify(readFileSync(SINGLE_FILE, 'utf8'))};`;
  },
});

/** `vite build` makes the app, `vite build --ssr` the command line; both from the same sources. */
export default defineConfig(({ isSsrBuild }) => ({
  base: './',
  define: { __LINKCHAIN_VERSION__: JSON.stringify(version) },
  plugins: [react(), offline(), ...(single ? [viteSingleFile({ removeViteModuleLoader: true })] : [policy()])],
  ...(isSsrBuild || single ? { publicDir: false as const } : {}),
  ...(single ? { resolve: { alias: [{ find: './createWorker.ts', replacement: at('src/app/worker/createWorker.single.ts') }] } } : {}),
  ssr: { noExternal: true as const },
  // A page opened from a file may start classic workers only.
  worker: single ? { format: 'iife' as const, rolldownOptions: { output: { codeSplitting: false } } } : { format: 'es' as const },
  build: isSsrBuild
    ? { outDir: 'dist/cli', target: 'node20', emptyOutDir: true }
    : {
        outDir: single ? 'dist/single' : 'dist/app',
        target: 'es2022',
        emptyOutDir: true,
        chunkSizeWarningLimit: 4000,
        // Every connection is forbidden, and every browser this is built for knows modulepreload.
        modulePreload: { polyfill: false },
        ...(single ? {} : { rolldownOptions: { input: [at('index.html'), at('load.html')] } }),
      },
  test: {
    // Rarely used and large, so the engine loads them on demand; tests have them from the start.
    setupFiles: ['test/parts.ts'],
    // A test that hangs must end; one that shares two cores with a browser must not be called slow.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true as const, test: { name: 'unit', environment: 'node', include: ['test/**/*.test.ts'], exclude: APART } },
      {
        extends: true as const,
        test: { name: 'component', environment: 'happy-dom', include: ['test/{app,diagram}/**/*.test.{ts,tsx}'], css: false },
      },
      { extends: true as const, test: { name: 'contract', environment: 'node', include: ['test/contract/**/*.test.ts'] } },
      {
        extends: true as const,
        test: { name: 'shared', environment: 'node', include: ['test/shared/*.test.ts'], testTimeout: 120_000 },
      },
      {
        extends: true as const,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/setup.ts'],
          testTimeout: 90_000,
          fileParallelism: false,
        },
      },
      {
        extends: true as const,
        test: {
          name: 'shared-e2e',
          environment: 'node',
          include: ['test/shared/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/setup.ts'],
          testTimeout: 90_000,
          fileParallelism: false,
        },
      },
    ],
  },
}));
