import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { createZip } from './create-zip.mjs';
import { root } from './root.mjs';

/** Writes the archive for the Chrome Web Store from the built extension. The same build gives the same bytes. */
const extensionDir = join(root, 'dist/extension');
const { name, version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const entries = await readdir(extensionDir, { recursive: true, withFileTypes: true });
const files = await Promise.all(
  entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return { name: relative(extensionDir, path).split(sep).join('/'), content: await readFile(path) };
    }),
);
const archive = join(root, 'dist', `${name}-${version}.zip`);
await writeFile(archive, createZip(files));
console.log(`${relative(root, archive)}: ${files.length} files`);
