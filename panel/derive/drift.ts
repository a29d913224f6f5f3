import type { BaselineRow, MetricStanding } from '../../src/domain/baseline.ts';

/** A smaller drift than this is what baselines of one build differ by. */
const NOTABLE_DRIFT = 0.05;

type Drift = NonNullable<MetricStanding['drift']>;

/** How far the present baseline is from the first one, as a share of it; undefined when that was nothing. */
export function measureDrift({ first, present }: Drift): number | undefined {
  return first > 0 ? present / first - 1 : undefined;
}

/** Has the first baseline ever been replaced? One that only grew differs from its beginning by chance. */
export function isReplaced(history: readonly BaselineRow[]): boolean {
  return history.some(({ why }) => why === 'accept' || why === 'learnt-lower');
}

export function isNotableDrift(drift: Drift): boolean {
  return Math.abs(measureDrift(drift) ?? 0) >= NOTABLE_DRIFT;
}
