import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findExtension } from './extension-dir.ts';

it('finds the build of the checkout from wherever the code runs, and says when there is none', () => {
  const checkout = mkdtempSync(join(tmpdir(), 'pbm-dir-'));
  try {
    const from = join(checkout, 'dist/node/chunks/pbm-1234.js');
    expect(() => findExtension(from)).toThrow(
      'dist/extension: expected the built extension, got nothing there; run `npm run build` first',
    );
    mkdirSync(join(checkout, 'dist/extension'), { recursive: true });
    writeFileSync(join(checkout, 'dist/extension/manifest.json'), '{}');
    expect(findExtension(from)).toBe(join(checkout, 'dist/extension'));
    expect(findExtension(join(checkout, 'cli/measure/extension-dir.ts'))).toBe(
      join(checkout, 'dist/extension'),
    );
  } finally {
    rmSync(checkout, { recursive: true });
  }
});
