import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'vite';

export interface BareExtension {
  readonly dir: string;
  remove(): Promise<void>;
}

const CONTENT = `
import { onCLS, onFCP, onINP, onLCP, onTTFB } from 'web-vitals/attribution';
const metrics = {};
for (const on of [onCLS, onFCP, onINP, onLCP, onTTFB]) on((metric) => { metrics[metric.name] = metric; });
`;

/**
 * The least an extension can do to know the Core Web Vitals and their causes: a content script of web-vitals with its
 * attribution, all options left alone, which keeps what it is told and sends nothing.
 */
export async function buildBareExtension(): Promise<BareExtension> {
  const dir = await mkdtemp(join(tmpdir(), 'pbm-bare-'));
  const input = join(dir, 'source.js');
  const library = createRequire(import.meta.url)
    .resolve('web-vitals/attribution')
    .replace(/\.umd\.cjs$/, '.js');
  await writeFile(input, CONTENT);
  await writeFile(join(dir, 'manifest.json'), JSON.stringify(MANIFEST));
  await build({
    root: dirname(dir),
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: { 'web-vitals/attribution': library } },
    build: {
      outDir: dir,
      emptyOutDir: false,
      target: 'chrome130',
      rollupOptions: { input, output: { format: 'iife', entryFileNames: 'content.js' } },
    },
  });
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}

const MANIFEST = {
  manifest_version: 3,
  name: 'Bare web-vitals',
  version: '1',
  content_scripts: [{ matches: ['http://localhost/*'], js: ['content.js'], run_at: 'document_start' }],
};
