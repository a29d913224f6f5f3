import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { findExtension } from '../../cli/measure/extension-dir.ts';
import { atMost, type Figure, known } from '../soak/row.ts';

/** The build fails beyond it: it is in every page. */
const MOST_OF_CONTENT = 8;

/** Of the built extension, in kB (1,000 bytes) as they stand on the disk and after brotli. */
export async function measureSizes(): Promise<Figure[]> {
  const dir = findExtension();
  const files = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
  const sum = async (wanted: RegExp) => {
    const contents = await Promise.all(
      paths.filter((path) => wanted.test(path)).map((path) => readFile(path)),
    );
    return {
      raw: contents.reduce((bytes, content) => bytes + content.length, 0) / 1000,
      brotli: contents.reduce((bytes, content) => bytes + brotliCompressSync(content).length, 0) / 1000,
    };
  };
  const content = await sum(/content\.js$/);
  const rest = await Promise.all(
    [
      ['worker', /background\.js$/],
      ['scripts of panel, popup and options', /assets\/.*\.js$/],
      ['styles', /\.css$/],
      ['everything', /./],
    ].map(async ([name, wanted]) => {
      const { raw, brotli } = await sum(wanted as RegExp);
      return known(`${String(name)}, built`, `${raw.toFixed(1)} kB, ${brotli.toFixed(1)} kB brotli`);
    }),
  );
  return [
    atMost('content script, built, brotli', content.brotli, MOST_OF_CONTENT, ' kB'),
    known('content script, built', `${content.raw.toFixed(1)} kB`),
    ...rest,
  ];
}
