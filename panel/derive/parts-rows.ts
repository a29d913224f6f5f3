import { METRICS, type MetricName } from '../../src/domain/metric.ts';
import type { PartRow, Parts } from '../../src/domain/parts/parts.ts';
import { formatDelta, formatValue, type Unit } from '../format.ts';
import { type MessageKey, text } from '../text.ts';
import { namePart } from './step-words.ts';

/** One subpart as the table and its bars show it; shares of the longer side. */
export interface DrawnPart {
  readonly label: string;
  readonly baseline: string;
  readonly current: string;
  readonly delta?: string;
  readonly worse: boolean;
  readonly before: { readonly from: number; readonly size: number };
  readonly after: { readonly from: number; readonly size: number };
  readonly source?: PartRow['source'];
}

export interface DrawnParts {
  readonly title: string;
  /** "main>h1", or "main>h1, before header>img" when it is another one now. */
  readonly target?: string;
  readonly rows: readonly DrawnPart[];
}

const TITLES: Readonly<Record<Parts['kind'], MessageKey>> = {
  steps: 'partSteps',
  shifts: 'partShifts',
  scripts: 'partScripts',
};

/** Steps follow each other and are drawn as a staircase; shifts and scripts each begin at zero. */
export function derivePartRows(parts: Parts, metric: MetricName): DrawnParts {
  const unit: Unit = parts.kind === 'scripts' ? 'ms' : METRICS[metric].unit;
  const isStairs = parts.kind === 'steps';
  const scale = findScale(parts.rows, isStairs);
  let [before, after] = [0, 0];
  const rows = parts.rows.map((row): DrawnPart => {
    const { baseline, current } = row;
    const drawn = describe(row, unit, {
      before: { from: isStairs ? before / scale : 0, size: (baseline ?? 0) / scale },
      after: { from: isStairs ? after / scale : 0, size: (current ?? 0) / scale },
    });
    before += baseline ?? 0;
    after += current ?? 0;
    return drawn;
  });
  const target = nameTarget(parts);
  return { title: text(TITLES[parts.kind]), ...(target !== undefined && { target }), rows };
}

function findScale(rows: readonly PartRow[], isStairs: boolean): number {
  const befores = rows.map(({ baseline = 0 }) => baseline);
  const afters = rows.map(({ current = 0 }) => current);
  const longest = isStairs ? Math.max(sum(befores), sum(afters)) : Math.max(...befores, ...afters);
  return longest || 1;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function describe(
  { label, baseline, current, source }: PartRow,
  unit: Unit,
  bars: Pick<DrawnPart, 'before' | 'after'>,
): DrawnPart {
  const delta = baseline !== undefined && current !== undefined ? current - baseline : undefined;
  return {
    label: namePart(label),
    baseline: baseline === undefined ? '–' : formatValue(baseline, unit),
    current: current === undefined ? '–' : formatValue(current, unit),
    ...(delta !== undefined && { delta: formatDelta(delta, unit) }),
    worse: (delta ?? 0) > 0,
    ...bars,
    ...(source && { source }),
  };
}

function nameTarget({ target }: Parts): string | undefined {
  const { baseline, current } = target ?? {};
  if (current === undefined) return baseline === undefined ? undefined : text('partBefore', baseline);
  return baseline === undefined || baseline === current ? current : text('partTarget', current, baseline);
}
