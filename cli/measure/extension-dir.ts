import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BUILT = 'dist/extension';

/**
 * Folder of the built extension: `dist/extension` of the checkout this code is in, wherever the build has put it.
 * Throws an Error that says what to do when there is none.
 */
export function findExtension(from = fileURLToPath(import.meta.url)): string {
  for (let folder = dirname(from); folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, BUILT);
    if (existsSync(join(candidate, 'manifest.json'))) return candidate;
  }
  throw new Error(`${BUILT}: expected the built extension, got nothing there; run \`npm run build\` first`);
}
