import { expect, it } from 'vitest';
import { crc32 } from 'node:zlib';
import { createZip } from './create-zip.mjs';

const files = [
  { name: 'panel/é.html', content: Buffer.from('<p>') },
  { name: 'empty.js', content: Buffer.alloc(0) },
  { name: 'background.js', content: Buffer.from('void 0;'.repeat(500)) },
];

it('writes the same bytes in whatever order the files come', () => {
  expect(createZip(files).equals(createZip(files.toReversed()))).toBe(true);
});

it('tells different content apart', () => {
  const changed = files.with(0, { name: 'panel/é.html', content: Buffer.from('<q>') });
  expect(createZip(changed).equals(createZip(files))).toBe(false);
});

it('is found again by its directory, whole', () => {
  expect(readZip(createZip(files))).toEqual([
    { name: 'background.js', text: 'void 0;'.repeat(500) },
    { name: 'empty.js', text: '' },
    { name: 'panel/é.html', text: '<p>' },
  ]);
});

/** Reads an archive as others do: from its end to the directory, from there to each file. */
function readZip(zip: Buffer): { name: string; text: string }[] {
  const end = zip.length - 22;
  expect(zip.readUInt32LE(end)).toBe(0x06054b50);
  let entry = zip.readUInt32LE(end + 16);
  const found = Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
    expect(zip.readUInt32LE(entry)).toBe(0x02014b50);
    const nameLength = zip.readUInt16LE(entry + 28);
    const name = zip.toString('utf8', entry + 46, entry + 46 + nameLength);
    const local = zip.readUInt32LE(entry + 42);
    expect(zip.readUInt32LE(local)).toBe(0x04034b50);
    expect(zip.toString('utf8', local + 30, local + 30 + nameLength)).toBe(name);
    const start = local + 30 + nameLength;
    const content = zip.subarray(start, start + zip.readUInt32LE(entry + 24));
    expect(zip.readUInt32LE(entry + 16)).toBe(crc32(content));
    entry += 46 + nameLength;
    return { name, text: content.toString('utf8') };
  });
  expect(entry).toBe(end);
  return found;
}
