import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { computeExtensionId } from './extension-id.ts';

it('writes the first 128 bits of the SHA-256 of the path with the letters a to p', () => {
  expect(computeExtensionId('/')).toBe('ikfonklcicgdceedcbjoafboeknocnbn');
});

it('is the same through a symbolic link, which Chromium resolves', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pbm-id-'));
  symlinkSync(folder, `${folder}-link`);
  try {
    expect(computeExtensionId(`${folder}-link`)).toBe(computeExtensionId(folder));
    expect(computeExtensionId(folder)).not.toBe(computeExtensionId(tmpdir()));
  } finally {
    rmSync(`${folder}-link`);
    rmSync(folder, { recursive: true });
  }
});
