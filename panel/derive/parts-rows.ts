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
  /** Longer, and enough to speak of beside the whole change. */
  readonly worse: boolean;
  readonly better: boolean;
  readonly before: { readonly from: number; readonly size: number };
  readonly after: { readonly from: number; readonly size: number };
  readonly source?: PartRow['source'];
}

/** What changed by less than this share of the metric, or of the part that changed most, is no news, good or bad. */
const NOTABLE = 0.1;

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

/**
 * Steps follow each other and are drawn as a staircase; shifts and scripts each begin at zero. `change` is that of the
 * metric, in its unit; that of scripts is another.
 */
export function derivePartRows(parts: Parts, metric: MetricName, change = 0): DrawnParts {
  const unit: Unit = parts.kind === 'scripts' ? 'ms' : METRICS[metric].unit;
  const isStairs = parts.kind === 'steps';
  const scale = findScale(parts.rows, isStairs);
  const changes = parts.rows.map((row) => Math.abs(changeOf(row) ?? 0));
  const notable = NOTABLE * Math.max(parts.kind === 'scripts' ? 0 : Math.abs(change), ...changes);
  let [before, after] = [0, 0];
  const rows = parts.rows.map((row): DrawnPart => {
    const { baseline, current } = row;
    const drawn = describe(row, unit, {
      notable,
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

/** Undefined where a side has not measured it. */
function changeOf({ baseline, current }: PartRow): number | undefined {
  return baseline !== undefined && current !== undefined ? current - baseline : undefined;
}

function describe(
  row: PartRow,
  unit: Unit,
  { notable, ...bars }: Pick<DrawnPart, 'before' | 'after'> & { readonly notable: number },
): DrawnPart {
  const { label, baseline, current, source } = row;
  const delta = changeOf(row);
  const isNotable = delta !== undefined && Math.abs(delta) >= notable;
  return {
    label: namePart(label),
    baseline: baseline === undefined ? '–' : formatValue(baseline, unit),
    current: current === undefined ? '–' : formatValue(current, unit),
    ...(delta !== undefined && { delta: formatDelta(delta, unit) }),
    worse: isNotable && delta > 0,
    better: isNotable && delta < 0,
    ...bars,
    ...(source && { source }),
  };
}

function nameTarget({ target }: Parts): string | undefined {
  const { baseline, current } = target ?? {};
  if (current === undefined) return baseline === undefined ? undefined : text('partBefore', baseline);
  return baseline === undefined || baseline === current ? current : text('partTarget', current, baseline);
}
