import { createNoiseBytes } from './noise.ts';

/**
 * A TrueType font of exactly `bytes` with one glyph of its own, the diamond U+25C6; every other character comes from
 * the next family of the list. While it loads under `font-display: block`, text waits for it as for any web font.
 * What it is short of `bytes` is a private table of incompressible bytes. Throws a RangeError below about 1 kB.
 */
export function buildFont(bytes: number): Buffer {
  const tables = createTables();
  const bare = joinTables(tables).length;
  const padding = bytes - bare - DIRECTORY_ENTRY;
  if (padding < 0) throw new RangeError(`a font of ${bare} bytes does not fit into ${bytes}`);
  return joinTables([...tables, ['zzzz', createNoiseBytes(padding, bytes)]]).subarray(0, bytes);
}

type Table = readonly [tag: string, data: Buffer];

const UNITS_PER_EM = 1000;
const ADVANCE = 600;
const DIAMOND = 0x25c6;
const DIRECTORY_ENTRY = 16;
const GLYPHS = 2;

/** In the order of their tags, as the directory wants them. */
function createTables(): Table[] {
  const diamond = createDiamond();
  return [
    ['OS/2', createOs2()],
    ['cmap', createCharacterMap()],
    ['glyf', diamond],
    ['head', createHead()],
    ['hhea', createHorizontalHeader()],
    ['hmtx', shorts([ADVANCE, 0, ADVANCE, 50])],
    ['loca', shorts([0, 0, diamond.length / 2])],
    ['maxp', Buffer.concat([longs([0x00010000]), shorts([GLYPHS, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0])])],
    ['name', createNames()],
    ['post', Buffer.concat([longs([0x00030000, 0]), shorts([-100, 50]), longs([0, 0, 0, 0, 0])])],
  ];
}

function joinTables(tables: readonly Table[]): Buffer {
  const power = 2 ** Math.floor(Math.log2(tables.length));
  const header = Buffer.concat([
    longs([0x00010000]),
    shorts([tables.length, power * 16, Math.log2(power), tables.length * 16 - power * 16]),
  ]);
  let offset = header.length + tables.length * DIRECTORY_ENTRY;
  const directory: Buffer[] = [];
  const bodies: Buffer[] = [];
  for (const [tag, data] of tables) {
    directory.push(Buffer.from(tag, 'latin1'), longs([checksum(data), offset, data.length]));
    const padded = tag === 'zzzz' ? data : pad(data);
    bodies.push(padded);
    offset += padded.length;
  }
  return Buffer.concat([header, ...directory, ...bodies]);
}

/** One contour of four points, all on the curve; x and y as differences. */
function createDiamond(): Buffer {
  const header = shorts([1, 50, 100, 550, 600]);
  const outline = Buffer.concat([shorts([3, 0]), Buffer.from([1, 1, 1, 1])]);
  const across = shorts([50, 250, 250, -250]);
  const up = shorts([350, 250, -250, -250]);
  return pad(Buffer.concat([header, outline, across, up]));
}

/** Format 4 with two segments: the diamond, and the end mark the format asks for. */
function createCharacterMap(): Buffer {
  const subtable = shorts([4, 32, 0, 4, 4, 1, 0, DIAMOND, 0xffff, 0, DIAMOND, 0xffff, 1 - DIAMOND, 1, 0, 0]);
  return Buffer.concat([shorts([0, 1, 3, 1]), longs([12]), subtable]);
}

function createHead(): Buffer {
  return Buffer.concat([
    longs([0x00010000, 0x00010000, 0, 0x5f0f3cf5]),
    shorts([0x0003, UNITS_PER_EM]),
    longs([0, 0, 0, 0]),
    shorts([50, 100, 550, 600, 0, 8, 2, 0, 0]),
  ]);
}

function createHorizontalHeader(): Buffer {
  return Buffer.concat([
    longs([0x00010000]),
    shorts([800, -200, 0, ADVANCE, 50, 50, 550, 1, 0, 0, 0, 0, 0, 0, 0, GLYPHS]),
  ]);
}

function createOs2(): Buffer {
  return Buffer.concat([
    shorts([4, ADVANCE, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0]),
    Buffer.alloc(10),
    longs([0, 0, 0, 0]),
    Buffer.from('LAB ', 'latin1'),
    shorts([0x40, DIAMOND, DIAMOND, 800, -200, 0, 800, 200]),
    longs([1, 0]),
    shorts([500, 700, 0, 32, 1]),
  ]);
}

function createNames(): Buffer {
  const names: [id: number, text: string][] = [
    [1, 'Brand'],
    [2, 'Regular'],
    [4, 'Brand Regular'],
    [6, 'Brand-Regular'],
  ];
  const records: Buffer[] = [];
  const texts: Buffer[] = [];
  let offset = 0;
  for (const [id, text] of names) {
    const bytes = Buffer.from(text, 'utf16le').swap16();
    records.push(shorts([3, 1, 0x409, id, bytes.length, offset]));
    texts.push(bytes);
    offset += bytes.length;
  }
  return Buffer.concat([shorts([0, names.length, 6 + names.length * 12]), ...records, ...texts]);
}

function checksum(data: Buffer): number {
  const padded = pad(data);
  let sum = 0;
  for (let i = 0; i < padded.length; i += 4) sum = (sum + padded.readUInt32BE(i)) >>> 0;
  return sum;
}

function pad(data: Buffer): Buffer {
  return Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
}

function shorts(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, i) => bytes.writeUInt16BE(value & 0xffff, i * 2));
  return bytes;
}

function longs(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, i) => bytes.writeUInt32BE(value >>> 0, i * 4));
  return bytes;
}
