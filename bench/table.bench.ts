import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { measureCost } from './cost/measure-cost.ts';
import { measureIngestFigures } from './ingest/measure-figures.ts';
import { formatFigures } from './soak/format-figures.ts';
import { renderTable } from './table/render-table.ts';
import { readSections, README, saveSection } from './table/section.ts';

/**
 * Measures what the monitor costs and writes it into bench/README.md, with whatever else bench/results holds: another
 * bench has a place there once it calls `saveSection`. With --render nothing is measured.
 *
 *     npm run bench:table [-- --render]
 */
const { values } = parseArgs({ options: { render: { type: 'boolean', default: false } } });

if (!values.render) {
  const ingest = await measureIngestFigures();
  console.log(formatFigures('', ingest));
  await saveSection('ingest', { title: 'Taking a load in', command: 'npm run bench:table', figures: ingest });
  const cost = await measureCost();
  console.log(formatFigures('', cost));
  await saveSection('cost', { title: 'What it costs', command: 'npm run bench:table', figures: cost });
}
await writeFile(README, renderTable(await readFile(README, 'utf8'), await readSections()));
