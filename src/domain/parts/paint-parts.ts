import { pathOf } from '../causes/words.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Parts } from './parts.ts';
import { isMeasured, rowOfMedians } from './side-medians.ts';
import { findTarget } from './target.ts';

const STEPS = [
  ['load delay', 'resourceLoadDelay'],
  ['load duration', 'resourceLoadDuration'],
  ['render delay', 'elementRenderDelay'],
] as const;

/** The four steps of LCP (web.dev/articles/optimize-lcp); of one load they add up to it, medians nearly so. */
export function listPaintParts(baseline: readonly Snapshot[], current: readonly Snapshot[]): Parts {
  const sides = { baseline, current };
  const steps = STEPS.map(([label, name]) =>
    rowOfMedians(label, sides, ({ vitals }) => vitals.largestContentfulPaint?.[name]),
  );
  const firstByte = rowOfMedians(
    'time to first byte',
    sides,
    ({ metrics, vitals }) => vitals.largestContentfulPaint && metrics.timeToFirstByte,
  );
  const rows = [firstByte, ...steps].filter(isMeasured);
  return { kind: 'steps', ...findTarget(baseline, current, nameOf), rows };
}

function nameOf({ vitals: { largestContentfulPaint } }: Snapshot): string | undefined {
  const { target, url } = largestContentfulPaint ?? {};
  if (target === undefined) return url && pathOf(url);
  return url ? `${target} (${pathOf(url)})` : target;
}
