import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { ENGLISH } from '../src/domain/words/english.ts';
import { findHardCoded } from './find-hard-coded.fixture.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const messages = readFileSync(join(root, 'panel/_locales/en/messages.json'), 'utf8');
const keys = new Set(
  [...Object.keys(JSON.parse(messages) as object), ...Object.keys(ENGLISH)].map((key) =>
    key.replace(/_(one|other)$/, ''),
  ),
);
const isKey = (text: string): boolean => keys.has(text);

/** Examples of what is typed, and what the domain calls the steps of a metric, for which there are words. */
const ALLOWED: ReadonlySet<string> = new Set([
  '/js/app-*.js',
  'hydrated',
  '/products/:name',
  'time to first byte',
  'load delay',
  'load duration',
  'render delay',
  'input delay',
  'before the request',
]);

const sources = readdirSync(join(root, 'panel'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /(?<!\.test|\.fixture)\.tsx?$/.test(path))
  .map((path) => join('panel', path));

it.each([...sources, 'background/badge.ts'])('%s has its texts from _locales', (path) => {
  const found = findHardCoded(path, readFileSync(join(root, path), 'utf8'), isKey);
  expect(found.filter((text) => !ALLOWED.has(text))).toEqual([]);
});

it.each([
  ['<p>Nothing here</p>', 'Nothing here'],
  ['<p>{n > 0 ? text("load") : "none yet"}</p>', 'none yet'],
  ['<p>{n} {n > 1 && "things"}</p>', 'things'],
  ['<button title="Delete" />', 'Delete'],
  ['<input placeholder={`Filter ${what}`} />', 'Filter'],
  ['({ tone: "good", text: "Improved" })', 'Improved'],
  ['show(`${n} of ${all}`)', 'of'],
  ['show(`${n} things`)', 'things'],
  ['show("No load could be measured.")', 'No load could be measured.'],
])('in %s it would find "%s"', (source, text) => {
  expect(findHardCoded('view.tsx', source, isKey)).toContain(text);
});

it('does not take keys, classes and code for texts', () => {
  const source =
    '<p class="card muted" title={text("load")}><code>/a b</code>{n}: <Step label="accept" /></p>';
  expect(findHardCoded('view.tsx', source, isKey)).toEqual([]);
});
