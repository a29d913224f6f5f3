import { expect, it } from 'vitest';
import { atMost, known } from '../soak/row.ts';
import { renderTable } from './render-table.ts';
import type { Section } from './section.ts';

const DOCUMENT =
  'Before\n\n<!-- measured: written by `npm run bench:table`, not by hand -->\nSTALE\n<!-- /measured -->\n\nAfter\n';

const section: Section = {
  title: 'Cost',
  command: 'npm run bench:cost',
  measuredOn: '2026-11-26, 2 × processor',
  figures: [atMost('size', 9, 8, ' kB'), known('a | b', '3')],
};

it('replaces what is between the marks, says what does not hold, and is the same the second time', () => {
  const once = renderTable(DOCUMENT, [section]);
  expect(once).toContain('| size | <= 8 kB | 9 kB | **no** |\n| a \\| b | no promise | 3 |  |');
  expect(once).toMatch(/^Before\n/);
  expect(once).toMatch(/\nAfter\n$/);
  expect(once).not.toContain('STALE');
  expect(renderTable(once, [section])).toBe(once);
});

it('refuses a document without its marks', () => {
  expect(() => renderTable('nothing', [])).toThrow('expected <!--');
});
