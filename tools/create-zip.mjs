import { crc32 } from 'node:zlib';

/** @typedef {{ readonly name: string, readonly content: Uint8Array }} ZipFile */

const VERSION_NEEDED = 20;
const NAMES_ARE_UTF8 = 0x0800;
const STORED = 0;
const MIDNIGHT = 0;
const FIRST_OF_JANUARY_1980 = 0x21;

/**
 * A ZIP archive (APPNOTE 6.3, without Zip64) of these files, the same bytes for the same files on every machine: names
 * are sorted, all times are the format's first moment, and nothing is compressed, because what deflate writes differs
 * between versions of zlib and between processors.
 *
 * @param {readonly ZipFile[]} files
 */
export function createZip(files) {
  const sorted = files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const locals = sorted.map((file) => Buffer.concat([localHeader(file), file.content]));
  let offset = 0;
  const directory = sorted.map((file, i) => {
    const entry = directoryEntry(file, offset);
    offset += locals[i]?.length ?? 0;
    return entry;
  });
  return Buffer.concat([...locals, ...directory, endRecord(Buffer.concat(directory).length, offset, sorted)]);
}

/** @param {ZipFile} file */
function localHeader(file) {
  return Buffer.concat([u32(0x04034b50), commonFields(file), Buffer.from(file.name)]);
}

/** @param {ZipFile} file @param {number} offset */
function directoryEntry(file, offset) {
  const noCommentDiskOrAttributes = Buffer.alloc(10);
  return Buffer.concat([
    u32(0x02014b50),
    u16(VERSION_NEEDED),
    commonFields(file),
    noCommentDiskOrAttributes,
    u32(offset),
    Buffer.from(file.name),
  ]);
}

/** What both headers of a file say in the same order. @param {ZipFile} file */
function commonFields({ name, content }) {
  const words = [VERSION_NEEDED, NAMES_ARE_UTF8, STORED, MIDNIGHT, FIRST_OF_JANUARY_1980].map(u16);
  const sizes = [crc32(content), content.length, content.length].map(u32);
  const noExtraField = u16(0);
  return Buffer.concat([...words, ...sizes, u16(Buffer.byteLength(name)), noExtraField]);
}

/** @param {number} size @param {number} offset @param {readonly ZipFile[]} files */
function endRecord(size, offset, files) {
  const count = u16(files.length);
  return Buffer.concat([u32(0x06054b50), u32(0), count, count, u32(size), u32(offset), u16(0)]);
}

/** @param {number} value */
function u16(value) {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

/** @param {number} value */
function u32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
