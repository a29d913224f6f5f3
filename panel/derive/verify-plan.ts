import type { PageState } from '../../src/domain/page-state.ts';
import type { JudgedVisit } from '../../src/domain/select-baseline.ts';
import { formatPlural } from '../format.ts';
import { deriveHeadline } from './headline.ts';
import { deriveLearning } from './learning.ts';
import type { Tone } from './status.ts';

/** Nobody waits for more; a change that ten loads do not show is smaller than the noise. */
const MOST_LOADS = 10;

/** One load may be a hiccup: three of them are the shortest window the rule looks at. */
const FEWEST_LOADS = 3;

/**
 * How many more loads the verdict needs; 0 when it stands, or when there have been enough. `made` are the loads of this
 * verification, oldest first; loads that were not judged count as tries only. `latest` is the newest load there is.
 */
export function countLoadsToVerify(
  state: PageState | undefined,
  made: readonly JudgedVisit[],
  latest: JudgedVisit | undefined,
): number {
  const judged = made.filter(({ judgement }) => judgement.excluded.length === 0);
  const judgement = (judged.at(-1) ?? latest)?.judgement;
  const learning = state && judgement && deriveLearning(state, judgement);
  const suspected = Object.values(judgement?.metrics ?? {}).filter((verdict) => verdict.suspected);
  const needs = [
    FEWEST_LOADS - judged.length,
    learning ? learning.goal - learning.loads + 1 : 0,
    ...suspected.map((verdict) => verdict.needs ?? 1),
  ];
  return Math.max(0, Math.min(MOST_LOADS - made.length, Math.max(...needs)));
}

/** The verdict that a verification ends in. */
export function tellVerified(
  state: PageState,
  made: readonly JudgedVisit[],
): { readonly tone: Tone; readonly text: string } {
  const latest = made.findLast(({ judgement }) => judgement.excluded.length === 0) ?? made.at(-1);
  if (!latest) return { tone: 'wait', text: 'No load could be measured.' };
  const { tone, text } = deriveHeadline({ state, latest, comparison: undefined });
  return { tone, text: `After ${formatPlural(made.length, 'load')}: ${text}` };
}
