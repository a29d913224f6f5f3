import { METRIC_NAMES } from '../metric.ts';
import type { JudgedVisit } from '../select-baseline.ts';

const HEADER = [
  'visit',
  'startedAt',
  'url',
  'cohort',
  'stage',
  'excluded',
  'regressed',
  'broken',
  ...METRIC_NAMES,
  'hiddenSizes',
];

/**
 * One row a visit, RFC 4180 with CRLF; `startedAt` is in milliseconds since 1970. With `hiddenSizes` above
 * 0, that many requests keep their size to themselves, and sums of sizes are lower bounds. What was not measured is an empty cell. Text that a spreadsheet would run as a
 * formula (it begins with = + - @ or a control character) gets an apostrophe in front: pages choose their own URLs.
 */
export function serializeVisitsCsv(visits: readonly JudgedVisit[]): string {
  return [HEADER, ...visits.map(listCells)].map((cells) => `${cells.join(',')}\r\n`).join('');
}

function listCells({ snapshot, judgement }: JudgedVisit): string[] {
  const regressed = METRIC_NAMES.filter((name) => judgement.metrics[name]?.verdict === 'regressed');
  const broken = judgement.budgets.filter(({ status }) => status === 'broken').map(({ key }) => key);
  const texts = [
    snapshot.visitId,
    String(snapshot.startedAt),
    snapshot.url,
    judgement.cohort,
    snapshot.stage,
    judgement.excluded.join(' '),
    regressed.join(' '),
    broken.join(' '),
  ];
  const hidden = snapshot.totals.reduce((sum, { restricted }) => sum + restricted, 0);
  const numbers = METRIC_NAMES.map((name) => String(snapshot.metrics[name] ?? ''));
  return [...texts.map(quote), ...numbers, String(hidden)];
}

function quote(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
