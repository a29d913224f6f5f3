import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { PARTS } from './cost/parts.ts';
import { formatFigures } from './soak/format-figures.ts';
import { renderTable } from './table/render-table.ts';
import { readSections, README, saveSection } from './table/section.ts';

/**
 * Measures what the monitor costs and writes it into bench/README.md, with whatever else bench/results holds: another
 * bench has a place there once it calls `saveSection`. With --only, some parts alone; with --render, none.
 *
 *     npm run bench:table [-- --only work,disk] [-- --render]
 */
const { values } = parseArgs({
  options: { only: { type: 'string' }, render: { type: 'boolean', default: false } },
});

const wanted = values.render ? [] : (values.only?.split(',') ?? PARTS.map(({ name }) => name));
const unknown = wanted.find((name) => !PARTS.some((part) => part.name === name));
if (unknown !== undefined) {
  console.error(`expected --only of ${PARTS.map(({ name }) => name).join(', ')}, got ${unknown}`);
  process.exit(2);
}
for (const { name, title, measure } of PARTS.filter((part) => wanted.includes(part.name))) {
  const figures = await measure();
  console.log(formatFigures('', figures));
  await saveSection(name, { title, command: `npm run bench:table -- --only ${name}`, figures });
}
await writeFile(README, renderTable(await readFile(README, 'utf8'), await readSections()));
