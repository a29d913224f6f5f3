import { crc32, deflateSync } from 'node:zlib';
import { createNoiseBytes } from './noise.ts';

export interface Raster {
  readonly width: number;
  readonly height: number;
  /** Three bytes a pixel: red, green, blue. */
  readonly pixels: Buffer;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Length, type and checksum around the data of every chunk. */
const CHUNK_FRAME = 12;

/** Decoders may refuse a longer chunk they do not know. */
const LONGEST_PADDING = 65_536;

/**
 * A PNG of exactly `bytes`: the picture, and incompressible bytes in private chunks that decoders skip. They come
 * before the picture, so that nothing of it can be painted before all has arrived.
 * Throws a RangeError when the picture alone is larger.
 */
export function encodePng(raster: Raster, bytes: number): Buffer {
  const picture = [
    createChunk('IDAT', deflateSync(filterRows(raster), { level: 9 })),
    createChunk('IEND', Buffer.alloc(0)),
  ];
  const start = [SIGNATURE, createChunk('IHDR', createHeader(raster))];
  const size = [...start, ...picture].reduce((sum, part) => sum + part.length, 0);
  if (size > bytes) throw new RangeError(`a picture of ${size} bytes does not fit into ${bytes}`);
  return Buffer.concat([...start, ...createPadding(bytes - size), ...picture]);
}

function createPadding(bytes: number): Buffer[] {
  const chunks: Buffer[] = [];
  let left = bytes;
  while (left > 0) {
    const most = Math.min(left, LONGEST_PADDING + CHUNK_FRAME);
    // What is left for the next chunk must hold at least its frame.
    const size = left - most > 0 && left - most < CHUNK_FRAME ? most - CHUNK_FRAME : most;
    if (size < CHUNK_FRAME) throw new RangeError(`${bytes} bytes are too few for a chunk`);
    chunks.push(createChunk('paDd', createNoiseBytes(size - CHUNK_FRAME, left)));
    left -= size;
  }
  return chunks;
}

function createHeader({ width, height }: Raster): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  header[9] = 2;
  return header;
}

/** Each row as the difference to the row above (filter type 2): flat areas become zeros. */
function filterRows({ width, height, pixels }: Raster): Buffer {
  const stride = width * 3;
  const rows = Buffer.alloc((stride + 1) * height);
  for (let y = 0; y < height; y++) {
    const to = y * (stride + 1);
    rows[to] = 2;
    for (let x = 0; x < stride; x++) {
      const above = y > 0 ? (pixels[(y - 1) * stride + x] ?? 0) : 0;
      rows[to + 1 + x] = ((pixels[y * stride + x] ?? 0) - above) & 0xff;
    }
  }
  return rows;
}

function createChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}
