import type { Comparison } from '../../src/domain/cause.ts';
import type { JudgedVisit } from '../../src/domain/select-baseline.ts';
import type { AskComparison } from '../connection/comparison-thread.ts';
import type { Exhibits } from '../derive/compare-visits.ts';
import { chooseComparison } from '../derive/choose-comparison.ts';
import type { Sides } from '../derive/sides.ts';

export type ComparisonResult =
  | {
      readonly status: 'compared';
      readonly comparison: Comparison;
      readonly exhibits: Exhibits;
      readonly comparable: boolean;
    }
  /** The right side has no baseline yet, or a side is no longer stored. */
  | { readonly status: 'nothing-to-compare' }
  /** Ours to mend; the rest of the panel goes on. */
  | { readonly status: 'failed'; readonly reason: string };

/** Chooses the loads here and has them compared in the comparing thread: only these are copied to it. */
export async function compareSides(
  visits: readonly JudgedVisit[],
  sides: Sides,
  { ruleName, ask }: { readonly ruleName: string; readonly ask: AskComparison },
): Promise<ComparisonResult> {
  const chosen = chooseComparison(visits, sides);
  if (!chosen) return { status: 'nothing-to-compare' };
  const { comparable, ...loads } = chosen;
  const answer = await ask({ ...loads, ruleName });
  if ('failure' in answer) return { status: 'failed', reason: answer.failure };
  return { status: 'compared', ...answer, comparable };
}
