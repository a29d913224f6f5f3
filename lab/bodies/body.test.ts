import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Asset } from '../asset.ts';
import { BASE_ASSETS } from '../base-assets.ts';
import { ICON_SCENE } from '../catalogue.ts';
import { buildBody } from './body.ts';
import { fillWithComment } from './filler.ts';

const script = { kind: 'script', code: 'run();', busy: 25, delay: 0 } as const;

describe('buildBody', () => {
  const sized = Object.entries(BASE_ASSETS).flatMap(([path, asset]) =>
    'bytes' in asset ? [{ path, asset }] : [],
  );

  it.each(sized)('makes $path exactly as large as it says', ({ path, asset }) => {
    expect(buildBody(path, asset).bytes.length).toBe(asset.bytes);
  });

  it('gives the same bytes again, and other bytes for another path', () => {
    const asset: Asset = { ...script, bytes: 5000 };
    expect(buildBody('/a.js', asset)).toEqual(buildBody('/a.js', asset));
    expect(buildBody('/a.js', asset).bytes).not.toEqual(buildBody('/b.js', asset).bytes);
  });

  it('puts imports first, then the busy loop, then the code', () => {
    const source = buildBody('/a.js', { ...script, imports: ['/b.js'], bytes: 500 }).bytes.toString();
    expect(source).toMatch(/^import '\/b\.js';\n\(function initialise\(\) .*\+ 25; .*\)\(\);\nrun\(\);\/\*/);
  });

  it.each([
    ['script', { ...script, bytes: 20 }],
    ['image', { kind: 'image', scene: ICON_SCENE, bytes: 100, delay: 0 }],
    ['font', { kind: 'font', bytes: 100, delay: 0 }],
  ] as const)('refuses a size too small for the %s', (_kind, asset) => {
    expect(() => buildBody('/x', asset)).toThrow(RangeError);
  });
});

describe('a picture', () => {
  it.each([4000, 70_001, 65_536 * 2 + 700])(
    'of %d bytes is a sound PNG with its padding before the picture',
    (bytes) => {
      const png = buildBody('/icon.png', { kind: 'image', scene: ICON_SCENE, bytes, delay: 0 }).bytes;
      const chunks = listChunks(png);
      const types = chunks.map(({ type }) => type);
      expect(types[0]).toBe('IHDR');
      expect(types.slice(-2)).toEqual(['IDAT', 'IEND']);
      expect(new Set(types.slice(1, -2))).toEqual(new Set(['paDd']));
      const rows = inflateSync(chunks.at(-2)!.data);
      expect(rows.length).toBe((ICON_SCENE.width * 3 + 1) * ICON_SCENE.height);
    },
  );
});

describe('fillWithComment', () => {
  it('compresses about as well as a minified bundle', async () => {
    const { gzipSync } = await import('node:zlib');
    const ratio = gzipSync(fillWithComment('', 200_000, 1)).length / 200_000;
    expect(ratio).toBeGreaterThan(0.2);
    expect(ratio).toBeLessThan(0.35);
  });

  it('never closes its comment early', () => {
    const filled = fillWithComment('a();', 100_000, 3);
    expect(filled.indexOf('*/')).toBe(filled.length - 2);
  });
});

function listChunks(png: Buffer): { type: string; data: Buffer }[] {
  const chunks = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({
      type: png.toString('latin1', at + 4, at + 8),
      data: png.subarray(at + 8, at + 8 + length),
    });
    at += 12 + length;
  }
  return chunks;
}
