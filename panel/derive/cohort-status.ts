import type { CohortState, Judgement, PageState } from '../../src/domain/page-state.ts';
import { formatCount } from '../format.ts';
import { text, textOfCount } from '../text.ts';
import { deriveLearning } from './learning.ts';
import type { Tone } from './status.ts';

export interface CohortStatus {
  readonly tone: Tone;
  /** "Learning 2 of 5", "3 regressed". */
  readonly label: string;
  /** What it means and what to do, in one line. */
  readonly meaning: string;
  /** The recent loads differ for sure: they may become the baseline. */
  readonly offersAccept: boolean;
}

/** Where a cohort stands, worst first. `judgement` is that of its latest visit; absent when it is no longer read. */
export function deriveCohortStatus(
  state: PageState,
  { current }: CohortState,
  judgement: Judgement | undefined,
): CohortStatus {
  const verdicts = Object.values(judgement?.metrics ?? {});
  if (current.regressed.length > 0) {
    return {
      tone: 'bad',
      label: text('regressedCount', formatCount(current.regressed.length)),
      meaning: text('regressedMeans'),
      offersAccept: true,
    };
  }
  const suspected = verdicts.filter((verdict) => verdict.suspected);
  if (suspected.length > 0) {
    const needs = Math.max(...suspected.map((verdict) => verdict.needs ?? 0));
    return {
      tone: 'warn',
      label: text('suspect'),
      meaning: needs > 0 ? textOfCount('suspectNeeds', needs) : text('suspectMeans'),
      offersAccept: false,
    };
  }
  const learning = judgement && deriveLearning(state, judgement);
  if (learning) {
    return {
      tone: 'wait',
      label: text('learningOf', formatCount(learning.loads), formatCount(learning.goal)),
      meaning: text('learningMeans'),
      offersAccept: false,
    };
  }
  if (verdicts.some(({ verdict }) => verdict === 'improved')) {
    return {
      tone: 'good',
      label: text('statusImproved'),
      meaning: text('improvedMeans'),
      offersAccept: true,
    };
  }
  return { tone: 'good', label: text('cohortOk'), meaning: text('okMeans'), offersAccept: false };
}
