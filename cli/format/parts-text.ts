import { printable } from '../../src/domain/formats/printable.ts';
import { formatDelta, formatValue } from '../../src/domain/formats/value.ts';
import type { MetricDiff } from '../../src/domain/cause.ts';
import type { PartRow, Parts } from '../../src/domain/parts/parts.ts';

/** A reader of a terminal wants the parts that changed, not a profile. */
const MOST_ROWS = 6;

const TITLES: Readonly<Record<Parts['kind'], string>> = {
  steps: 'Its steps',
  shifts: 'What moved',
  scripts: 'Scripts in long frames',
};

/** What a metric is made of before and now, a line a part, under a title. */
export function formatParts(parts: Parts, unit: MetricDiff['unit']): string[] {
  const { baseline, current } = parts.target ?? {};
  const changed = baseline !== undefined && current !== undefined && baseline !== current;
  const target = changed ? `${current}, before ${baseline}` : (current ?? baseline);
  const title = `     ${TITLES[parts.kind]}${target === undefined ? '' : ` (${printable(target)})`}:`;
  const rows = parts.rows.slice(0, MOST_ROWS);
  return [title, ...rows.map((row) => formatPart(row, parts.kind === 'scripts' ? 'ms' : unit))];
}

function formatPart({ label, baseline, current }: PartRow, unit: MetricDiff['unit']): string {
  const [before, after] = [baseline, current].map((value) =>
    value === undefined ? 'not measured' : formatValue(value, unit),
  );
  const delta =
    baseline === undefined || current === undefined ? '' : ` (${formatDelta(current - baseline, unit)})`;
  return `       ${printable(label)}: ${before} → ${after}${delta}`;
}
