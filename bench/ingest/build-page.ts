import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { findExtension } from '../../cli/measure/extension-dir.ts';

const MANIFEST = {
  manifest_version: 3,
  name: 'Ingest benchmark',
  version: '1',
  permissions: ['unlimitedStorage'],
};

/** An extension with nothing in it but the page that measures our store, as the worker uses it. */
export async function buildIngestPage(): Promise<{ dir: string; remove: () => Promise<void> }> {
  const root = dirname(dirname(findExtension()));
  const dir = await mkdtemp(join(tmpdir(), 'pbm-ingest-'));
  await mkdir(dir, { recursive: true });
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: dir,
      emptyOutDir: false,
      target: 'chrome130',
      modulePreload: false,
      rollupOptions: {
        input: join(root, 'bench/ingest/page.ts'),
        output: { format: 'es', entryFileNames: 'page.js', codeSplitting: false },
      },
    },
  });
  await writeFile(join(dir, 'manifest.json'), JSON.stringify(MANIFEST));
  await writeFile(join(dir, 'page.html'), '<!doctype html><script type="module" src="page.js"></script>');
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}
