import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { onRawGround } from '../soak/raw-ground.ts';
import { type Figure, known } from '../soak/row.ts';
import { createLoad, importLoads } from './import-loads.ts';
import { RESOURCES } from './usual-capture.ts';

/** Loads and the pages they are of: ten pages keep all they may. */
const SIZES = [
  { loads: 30, pages: 1 },
  { loads: 300, pages: 1 },
  { loads: 3_000, pages: 10 },
] as const;

/** Bytes on the disk for each load, once the browser has ended, against the same load as JSON and as gzip of it. */
export async function measureDisk(): Promise<Figure[]> {
  const json = JSON.stringify(createLoad('http://localhost:8080/', 0));
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  const figures: Figure[] = [
    known(
      `a load of ${RESOURCES} requests, as JSON and as its gzip`,
      `${kilobytes(json.length)}, ${kilobytes(gzipSync(json).length)}`,
    ),
  ];
  for (const { loads, pages } of SIZES) {
    const bytes = (await measureFolder(loads, pages)) / loads;
    const ratio = bytes / gzipSync(json).length;
    const what = `${loads.toLocaleString('en')} loads: on the disk for each, verdict and baseline included`;
    figures.push(known(what, `${kilobytes(bytes)}, ${ratio.toFixed(1)} × its gzip`));
  }
  return figures;
}

function measureFolder(loads: number, pages: number): Promise<number> {
  return onRawGround(async ({ start, userDataDir }) => {
    const life = await start();
    for (let page = 0; page < pages; page++) {
      await importLoads(life, `http://localhost:8080/page-${String.fromCharCode(97 + page)}`, loads / pages);
    }
    await life.browser.stop();
    const folder = join(
      userDataDir,
      'Default/IndexedDB',
      `chrome-extension_${life.browser.extensionId}_0.indexeddb.leveldb`,
    );
    const sizes = await Promise.all(
      (await readdir(folder)).map(async (file) => (await stat(join(folder, file))).size),
    );
    return sizes.reduce((sum, size) => sum + size, 0);
  });
}
