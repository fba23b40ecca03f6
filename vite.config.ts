import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Tests that need a DOM, all of ../shared, or a browser; everything else under test/ is a unit test. */
const APART = ['test/{app,diagram,contract,shared,e2e}/**'];

/** `vite build` makes the app, `vite build --ssr` the command line; both from the same sources. */
export default defineConfig(({ isSsrBuild }) => ({
  base: './',
  plugins: [react()],
  ...(isSsrBuild ? { publicDir: false as const } : {}),
  ssr: { noExternal: true as const },
  worker: { format: 'es' as const },
  build: isSsrBuild
    ? { outDir: 'dist/cli', target: 'node20', emptyOutDir: true }
    : { outDir: 'dist/app', target: 'es2022', emptyOutDir: true, chunkSizeWarningLimit: 1000 },
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
