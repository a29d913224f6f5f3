import { chmod, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build, runnerImport } from 'vite';
import { root } from './root.mjs';

const extensionDir = join(root, 'dist/extension');
const nodeDir = join(root, 'dist/node');

/** Lowest browser the manifest admits; no polyfill or syntax transform is needed above it. */
const TARGET = 'chrome130';

const shared = /** @type {const} */ ({
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  define: {
    __VERSION__: JSON.stringify(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')).version),
  },
});

/**
 * What nearly every page asks for, with what that needs: as one file it is smaller than as ten by the better part of a
 * kilobyte, and a page reads it once.
 */
const NEEDED_BY_ALL =
  /(panel\/(text|say|number|format)|domain\/(memoize|metric|units|statistics|words\/(phrase|speak-english|english-errors|told-error)))\.ts$/;

/** The pages with a face: ES modules that share chunks. */
async function buildPages() {
  const names = (await readdir(join(root, 'panel'))).filter((name) => name.endsWith('.html'));
  await build({
    ...shared,
    base: './',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: extensionDir,
      emptyOutDir: false,
      target: TARGET,
      // All that a page imports is asked for at once; the polyfill would fetch, which no page of ours may.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_file, imports, { hostType }) => (hostType === 'html' ? imports : []),
      },
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: names.map((name) => join(root, 'panel', name)),
        output: { codeSplitting: { groups: [{ name: 'base', test: NEEDED_BY_ALL }] } },
      },
    },
  });
}

/** The worker is one ES module, so that it starts with a single read. */
async function buildWorker() {
  await buildSingle(join(root, 'background/worker.ts'), 'background.js', 'es');
}

/** The content script must be one classic script to run at document_start without an asynchronous loader. */
async function buildContent() {
  await buildSingle(join(root, 'content/content.ts'), 'content.js', 'iife');
}

/**
 * @param {string} input
 * @param {string} fileName
 * @param {'es' | 'iife'} format
 */
async function buildSingle(input, fileName, format) {
  await build({
    ...shared,
    build: {
      outDir: extensionDir,
      emptyOutDir: false,
      target: TARGET,
      modulePreload: false,
      rollupOptions: { input, output: { format, entryFileNames: fileName, codeSplitting: false } },
    },
  });
}

/** `pbm`, the lab, the demo and the benchmarks, for Node. Installed packages stay imports. */
async function buildNode() {
  const benches = (await readdir(join(root, 'bench'))).filter((name) => name.endsWith('.bench.ts'));
  const input = {
    pbm: join(root, 'cli/pbm.ts'),
    lab: join(root, 'lab/lab.ts'),
    demo: join(root, 'cli/demo.ts'),
    ...Object.fromEntries(benches.map((name) => [basename(name, '.ts'), join(root, 'bench', name)])),
  };
  await build({
    ...shared,
    ssr: { noExternal: [], external: true },
    build: {
      ssr: true,
      outDir: nodeDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rollupOptions: {
        input,
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  await chmod(join(nodeDir, 'pbm.js'), 0o755);
}

async function copyStatic() {
  const manifest = JSON.parse(await readFile(join(root, 'manifest.json'), 'utf8'));
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  await mkdir(extensionDir, { recursive: true });
  await writeFile(
    join(extensionDir, 'manifest.json'),
    `${JSON.stringify({ ...manifest, version }, null, 2)}\n`,
  );
  await cp(join(root, 'panel/_locales'), join(extensionDir, '_locales'), { recursive: true });
  await addDomainWords(join(extensionDir, '_locales/en/messages.json'));
  await cp(join(root, 'panel/icons'), join(extensionDir, 'icons'), { recursive: true });
}

/**
 * The domain has its English words itself, for reports; the panel finds them beside its own. Other languages have all of
 * them in one file.
 *
 * @param {string} path
 */
async function addDomainWords(path) {
  const { module } = await runnerImport(join(root, 'src/domain/words/english.ts'), shared);
  const { ENGLISH } = /** @type {{ ENGLISH: Record<string, string> }} */ (module);
  const words = Object.entries(ENGLISH).map(([key, message]) => [key, { message }]);
  const messages = { ...JSON.parse(await readFile(path, 'utf8')), ...Object.fromEntries(words) };
  await writeFile(path, `${JSON.stringify(messages, null, 2)}\n`);
}

await rm(extensionDir, { recursive: true, force: true });
await copyStatic();
await Promise.all([buildPages(), buildWorker(), buildContent(), buildNode()]);
