import { expect, it } from 'vitest';
import { buildSnapshot } from './build-snapshot.ts';
import { createCapture, createCapturedResource } from './capture.fixture.ts';
import { isDevelopmentBuild } from './development-build.ts';

const servedWith = (path: string): boolean =>
  isDevelopmentBuild(
    buildSnapshot(
      createCapture({ resources: [createCapturedResource({ url: `http://localhost:5173${path}` })] }),
    ),
  );

it.each([
  '/@vite/client',
  '/_nuxt/@vite/client',
  '/@react-refresh',
  '/@fs/home/me/project/src/app.ts',
  '/node_modules/.vite/deps/react.js?v=1a2b3c4d',
  '/main.9f8e7d6c5b.hot-update.js',
  '/main.9f8e7d6c5b.hot-update.json',
  '/__webpack_hmr',
  '/_next/static/development/_buildManifest.js',
  '/umd/react-dom.development.js',
])('%s comes from a development server', (path) => {
  expect(servedWith(path)).toBe(true);
});

it.each([
  '/assets/index-9f8e7d6c.js',
  '/vite/client.js',
  '/_next/static/chunks/main-9f8e7d6c.js',
  '/umd/react-dom.production.min.js',
  '/blog/development.js',
  '/node_modules/lodash/lodash.js',
])('%s may be production', (path) => {
  expect(servedWith(path)).toBe(false);
});
