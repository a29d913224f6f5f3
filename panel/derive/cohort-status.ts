import type { CohortState, Judgement, PageState } from '../../src/domain/page-state.ts';
import { formatPlural } from '../format.ts';
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
      label: `${current.regressed.length} regressed`,
      meaning: 'Red until loads are back at the old level, or until you accept the new one.',
      offersAccept: true,
    };
  }
  const suspected = verdicts.filter((verdict) => verdict.suspected);
  if (suspected.length > 0) {
    const needs = Math.max(...suspected.map((verdict) => verdict.needs ?? 0));
    return {
      tone: 'warn',
      label: 'Suspect',
      meaning:
        needs > 0
          ? `Something may have changed; up to ${formatPlural(needs, 'more reload')} will tell.`
          : 'Something may have changed; more reloads will tell.',
      offersAccept: false,
    };
  }
  const learning = judgement && deriveLearning(state, judgement);
  if (learning) {
    return {
      tone: 'wait',
      label: `Learning ${learning.loads} of ${learning.goal}`,
      meaning: 'The loads that later ones are compared with are being collected: reload.',
      offersAccept: false,
    };
  }
  if (verdicts.some(({ verdict }) => verdict === 'improved')) {
    return {
      tone: 'good',
      label: 'Improved',
      meaning: 'Better than the baseline. Accept it, and a way back up is a regression.',
      offersAccept: true,
    };
  }
  return { tone: 'good', label: 'OK', meaning: 'As the baseline is.', offersAccept: false };
}
