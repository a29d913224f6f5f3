import type { PageState } from '../../src/domain/page-state.ts';
import type { JudgedVisit } from '../../src/domain/select-baseline.ts';
import { formatCount } from '../format.ts';
import { deriveHeadline } from './headline.ts';
import { deriveLearning } from './learning.ts';
import type { Tone } from './status.ts';
import { text, textOfCount } from '../text.ts';

/** Nobody waits for more; a change that ten loads do not show is smaller than the noise. */
const MOST_LOADS = 10;

/** Loads that began on a busy machine are repeated; when as many again have, the machine is not going to be calm. */
const MOST_TRIES = 2 * MOST_LOADS;

/** One load may be a hiccup: three of them are the shortest window the rule looks at. */
const FEWEST_LOADS = 3;

/**
 * How many more loads the verdict needs; 0 when it stands, or when there have been enough. `made` are the loads of this
 * verification, oldest first; loads that were not judged count as tries only, and those that began on a busy machine
 * are repeated. `latest` is the newest load there is.
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
  const left = Math.min(MOST_LOADS - countCounted(made), MOST_TRIES - made.length);
  return Math.max(0, Math.min(left, Math.max(...needs)));
}

/** Loads of a verification that need not be repeated: all but those that began on a busy machine. */
export function countCounted(made: readonly JudgedVisit[]): number {
  return made.length - countBusy(made);
}

function countBusy(made: readonly JudgedVisit[]): number {
  return made.filter(({ judgement }) => judgement.excluded.includes('machine-busy')).length;
}

/** The verdict that a verification ends in. */
export function tellVerified(
  state: PageState,
  made: readonly JudgedVisit[],
): { readonly tone: Tone; readonly text: string } {
  const latest = made.findLast(({ judgement }) => judgement.excluded.length === 0) ?? made.at(-1);
  if (!latest) return { tone: 'wait', text: text('noLoadMeasured') };
  const headline = deriveHeadline({ state, latest, comparison: undefined });
  const busy = countBusy(made);
  const counted = countCounted(made);
  const verdict = textOfCount('afterLoads', counted, [formatCount(counted), headline.text]);
  const leftOut = busy > 0 ? ` ${textOfCount('leftOut', busy)}` : '';
  return { tone: headline.tone, text: verdict + leftOut };
}
