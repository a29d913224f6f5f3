import { memoize } from './memoize.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Paths that only a development server serves, by the tool: its client for hot updates, modules as they lie on disk, or
 * the development half of a library that is published in two.
 */
const DEVELOPMENT_PATHS: readonly RegExp[] = [
  // Vite, and with it Nuxt, SvelteKit, Astro, Remix and Angular.
  /\/@vite\/client$/,
  /\/@(?:fs|id)\//,
  /\/@react-refresh$/,
  /\/node_modules\/\.vite\//,
  // webpack-dev-server and everything on top of it.
  /\.hot-update\.m?js(?:on)?$/,
  /\/__webpack_hmr$/,
  /\/webpack-dev-server\b/,
  /\/sockjs-node\//,
  /\/_next\/static\/(?:development|chunks\/%?\[?turbopack)/,
  /\/_next\/webpack-hmr$/,
  /\/(?:react|react-dom|scheduler|preact|redux)\.development\.js$/,
];

/**
 * Was this page served by a development server, or built for development? Its size and speed say nothing of what users
 * get: modules come one by one, unminified, with checks that production leaves out.
 */
export function isDevelopmentBuild({
  resources,
  document,
}: Pick<Snapshot, 'resources' | 'document'>): boolean {
  return [...resources, ...document.scripts].some(({ url }) => isDevelopmentPath(url));
}

const isDevelopmentPath = memoize((url) => DEVELOPMENT_PATHS.some((pattern) => pattern.test(url)));
