import { parseArgs } from 'node:util';
import { createPace } from './soak/create-pace.ts';
import { formatFigures } from './soak/format-figures.ts';
import { ROWS } from './soak/rows/rows.ts';
import { exactly, type Figure, type Row } from './soak/row.ts';
import { saveSection } from './table/section.ts';

/**
 * Every fault and bad input at full scale, within the time there is: three hours and a half unless `--minutes` says
 * less, of which each row gets its share. Prints how far it is, and at the end what was to be shown and what was
 * measured. Exit code 1 when a figure does not hold.
 *
 * `--save` keeps the figures for the table of bench/README.md, row by row, beside those of other runs.
 *
 *     npm run soak -- [--minutes 60] [--only F1,B4] [--short] [--save]
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string' },
    only: { type: 'string' },
    short: { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
  },
});

const ids = values.only?.split(',');
const rows = ROWS.filter(({ id }) => ids?.includes(id) ?? true);
const minutes = Number(values.minutes ?? sumMinutes(rows));
const unknown = ids?.find((id) => !ROWS.some((row) => row.id === id));
if (!(minutes > 0) || unknown !== undefined || rows.length === 0) {
  const list = ROWS.map(({ id }) => id).join(', ');
  console.error(`expected --minutes above 0 and --only of ${list}, got ${process.argv.slice(2).join(' ')}`);
  process.exit(2);
}

const end = performance.now() + minutes * 60_000;
const results: { id: string; fault: string; figures: Figure[] }[] = [];
for (const [index, row] of rows.entries()) {
  const { id, fault, measure } = row;
  console.log(`${id}  ${fault}`);
  const part = row.minutes / sumMinutes(rows.slice(index));
  const share = Math.max(end - performance.now(), 0) * part;
  const pace = createPace(performance.now() + share);
  const figures = await measure(values.short ? 'short' : 'long', pace).catch((error: unknown) => [
    exactly('measured', error instanceof Error ? error.message : String(error), 'without a failure'),
  ]);
  const reached = pace.stop();
  results.push({ id, fault, figures });
  if (reached !== '') console.log(`    ${reached}`);
  console.log(formatFigures(id, figures));
  if (values.save) {
    const command = `npm run soak -- --only ${id}${values.short ? ' --short' : ''} --minutes ${minutes}`;
    const place = id.replace(/\d+/, (number) => number.padStart(2, '0'));
    await saveSection(`soak-${place}`, { title: `${id}: ${fault}`, command, figures });
  }
}

const broken = results.flatMap(({ id, figures }) =>
  figures.filter(({ holds }) => !holds).map((figure) => ({ id, figure })),
);
const all = results.reduce((sum, { figures }) => sum + figures.length, 0);
console.log(`\n${all - broken.length} of ${all} figures hold, in ${rows.length} rows.`);
for (const { id, figure } of broken) console.log(formatFigures(id, [figure]));
process.exitCode = broken.length > 0 ? 1 : 0;

function sumMinutes(all: readonly Row[]): number {
  return all.reduce((sum, each) => sum + each.minutes, 0);
}
