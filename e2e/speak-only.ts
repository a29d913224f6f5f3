import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const built = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist/extension');

/**
 * Copies the built extension to a folder, without English and with this language for every browser: which language packs
 * a browser has differs. Gives the folder.
 */
export async function speakOnly(language: string, folder: string): Promise<string> {
  await cp(built, folder, { recursive: true });
  await rm(join(folder, '_locales/en'), { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as object;
  await writeFile(path, JSON.stringify({ ...manifest, default_locale: language }));
  return folder;
}
