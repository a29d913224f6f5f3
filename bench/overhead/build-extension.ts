import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'vite';

export interface BuiltExtension {
  readonly dir: string;
  remove(): Promise<void>;
}

const WEB_VITALS = `
import { onCLS, onFCP, onINP, onLCP, onTTFB } from 'web-vitals/attribution';
const metrics = {};
for (const on of [onCLS, onFCP, onINP, onLCP, onTTFB]) on((metric) => { metrics[metric.name] = metric; });
`;

/**
 * The least an extension can do to know the Core Web Vitals and their causes: a content script of web-vitals with its
 * attribution, all options left alone, which keeps what it is told and sends nothing.
 */
export function buildBareExtension(): Promise<BuiltExtension> {
  return buildExtension('Bare web-vitals', WEB_VITALS);
}

/** What the browser itself takes for any content script: a world of its own in every page. */
export function buildEmptyExtension(): Promise<BuiltExtension> {
  return buildExtension('Empty', 'void 0;');
}

async function buildExtension(name: string, content: string): Promise<BuiltExtension> {
  const dir = await mkdtemp(join(tmpdir(), 'pbm-bare-'));
  const input = join(dir, 'source.js');
  const library = createRequire(import.meta.url)
    .resolve('web-vitals/attribution')
    .replace(/\.umd\.cjs$/, '.js');
  await writeFile(input, content);
  await writeFile(join(dir, 'manifest.json'), JSON.stringify({ ...MANIFEST, name }));
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
  version: '1',
  content_scripts: [{ matches: ['http://localhost/*'], js: ['content.js'], run_at: 'document_start' }],
};
