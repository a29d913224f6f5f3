import { mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { allowOrigins } from './allow-origins.ts';

const MANIFEST = {
  name: 'x',
  host_permissions: ['http://localhost/*'],
  content_scripts: [{ matches: ['http://localhost/*'], js: ['content.js'] }],
};

let extension: string;
beforeAll(() => {
  extension = mkdtempSync(join(tmpdir(), 'pbm-allow-'));
  writeFileSync(join(extension, 'manifest.json'), JSON.stringify(MANIFEST));
  writeFileSync(join(extension, 'content.js'), '');
});
afterAll(() => rmSync(extension, { recursive: true }));

it('uses the extension itself for sites it may watch already, on any port', async () => {
  const allowed = await allowOrigins(extension, [new URL('http://localhost:4610/shop')]);
  expect(allowed.dir).toBe(extension);
  await allowed.remove();
  expect(existsSync(extension)).toBe(true);
});

it('makes a copy that asks for the other sites, each once, and removes it', async () => {
  const urls = ['https://shop.test/a', 'https://shop.test/b', 'http://localhost/', 'http://10.0.0.1:8080/'];
  const allowed = await allowOrigins(
    extension,
    urls.map((url) => new URL(url)),
  );
  expect(allowed.dir).not.toBe(extension);
  expect(existsSync(join(allowed.dir, 'content.js'))).toBe(true);
  const sites = ['http://localhost/*', 'https://shop.test/*', 'http://10.0.0.1/*'];
  expect(JSON.parse(readFileSync(join(allowed.dir, 'manifest.json'), 'utf8'))).toEqual({
    ...MANIFEST,
    host_permissions: sites,
    content_scripts: [{ matches: sites, js: ['content.js'] }],
  });
  expect(JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'))).toEqual(MANIFEST);
  await allowed.remove();
  expect(existsSync(allowed.dir)).toBe(false);
});
