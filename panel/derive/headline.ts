import type { Cause, Comparison } from '../../src/domain/cause.ts';
import type { BudgetResult } from '../../src/domain/evaluate-budgets.ts';
import { METRICS, type MetricName } from '../../src/domain/metric.ts';
import type { PageState } from '../../src/domain/page-state.ts';
import type { JudgedVisit } from '../../src/domain/select-baseline.ts';
import { formatCount, formatDelta, formatValue } from '../format.ts';
import { say } from '../say.ts';
import { text, textOfCount } from '../text.ts';
import {
  describeChange,
  type JudgedMetric,
  listByImportance,
  listFew,
  listTooNoisy,
} from './judged-metrics.ts';
import { deriveLearning } from './learning.ts';
import { nameMetric } from './metric-words.ts';
import { describeRemedy, type Remedy, tellRemedy } from './remedies.ts';
import type { Tone } from './status.ts';
import { beginSentence, describeTarget, EXCLUSION_WORDS } from './words.ts';

export interface Headline {
  readonly tone: Tone;
  /** One sentence that says what matters. */
  readonly text: string;
  /** What stands behind it, in a second one. */
  readonly detail?: string;
  /** Where to go from here. */
  readonly next?: 'why' | 'budgets' | 'reload';
}

export interface HeadlineInput {
  readonly state: PageState;
  readonly latest: JudgedVisit;
  /** Why the latest load differs from its baseline, as soon as that is known. */
  readonly comparison: Comparison | undefined;
}

/**
 * The first thing anybody reads. In order: a regression with its top cause, a broken budget, a load that may not be
 * judged, a suspicion, a baseline still being learnt, a regression open in another cohort, noise that hides what has
 * changed, all good.
 */
export function deriveHeadline(input: HeadlineInput): Headline {
  return (
    tellRegression(input) ??
    tellBrokenBudget(input) ??
    tellExclusion(input) ??
    tellSuspicion(input) ??
    tellLearning(input) ??
    tellOtherCohorts(input) ??
    tellNoise(input) ??
    tellAllGood(input)
  );
}

function tellRegression({ latest, comparison }: HeadlineInput): Headline | undefined {
  const [worst, ...others] = listByImportance(latest, ({ verdict }) => verdict === 'regressed');
  if (!worst) return undefined;
  const [metric, verdict] = worst;
  const change = describeChange(worst);
  const more = listFew(others.map(([name]) => nameMetric(name)));
  const cause = comparison?.metrics[metric]?.causes.find(({ contribution }) => contribution > 0);
  const broken = latest.judgement.budgets.filter(isBroken).map(({ target }) => describeTarget(target));
  const over = broken.length > 0 ? text('overBudgetToo', listFew(broken)) : '';
  return {
    tone: 'bad',
    text: more ? text('sinceBaselineAlso', change, more) : text('sinceBaselineChange', change),
    ...((cause || over) && {
      detail: joinSentences([cause ? describeCause(cause, metric, verdict.delta) : '', over]),
    }),
    next: 'why',
  };
}

function tellBrokenBudget({ latest }: HeadlineInput): Headline | undefined {
  const broken = latest.judgement.budgets
    .filter(isBroken)
    .sort((a, b) => b.actual / b.limit - a.actual / a.limit);
  const [worst, ...others] = broken;
  if (!worst) return undefined;
  const over = formatDelta(worst.actual - worst.limit, worst.unit);
  const limit = formatValue(worst.limit, worst.unit);
  const actual = formatValue(worst.actual, worst.unit);
  return {
    tone: 'bad',
    text: text('isOverBudget', describeTarget(worst.target), actual, limit, over),
    ...(others.length > 0 && {
      detail: text('alsoOver', listFew(others.map(({ target }) => describeTarget(target)))),
    }),
    next: 'budgets',
  };
}

function tellExclusion({ latest }: HeadlineInput): Headline | undefined {
  const [reason] = latest.judgement.excluded;
  if (!reason) return undefined;
  return {
    tone: 'wait',
    text: text('loadNotJudged'),
    detail: text(EXCLUSION_WORDS[reason].why),
    next: 'reload',
  };
}

function tellSuspicion({ latest }: HeadlineInput): Headline | undefined {
  const [worst] = listByImportance(latest, (verdict) => verdict.suspected === true);
  if (!worst) return undefined;
  const [metric, verdict] = worst;
  return {
    tone: 'warn',
    text: text('mayHaveChanged', nameMetric(metric), formatDelta(verdict.delta, METRICS[metric].unit)),
    ...(verdict.needs !== undefined && { detail: textOfCount('moreLoadsTell', verdict.needs) }),
    next: 'reload',
  };
}

function tellLearning({ state, latest }: HeadlineInput): Headline | undefined {
  const learning = deriveLearning(state, latest.judgement);
  if (!learning) return undefined;
  return {
    tone: 'wait',
    text: textOfCount('learningNormal', learning.goal, [
      formatCount(learning.loads),
      formatCount(learning.goal),
    ]),
    detail: joinSentences([text('reloadToGoOn'), withinBudgets(latest.judgement.budgets)]),
    next: 'reload',
  };
}

function tellOtherCohorts({ state, latest }: HeadlineInput): Headline | undefined {
  const open = Object.entries(state.cohorts)
    .filter(([key]) => key !== latest.judgement.cohort)
    .reduce((sum, [, { current }]) => sum + current.regressed.length, 0);
  if (open === 0) return undefined;
  return {
    tone: 'warn',
    text: textOfCount('othersOpen', open),
    detail: text('othersStay'),
  };
}

function tellNoise({ state, latest }: HeadlineInput): Headline | undefined {
  const noisy = listTooNoisy(latest);
  if (noisy.length === 0 || findImproved(latest)) return undefined;
  return {
    tone: 'quiet',
    text: text('nothingConfirmed', listFew(noisy)),
    detail: joinSentences([withinBudgets(latest.judgement.budgets), comparedWith(state, latest)]),
  };
}

function findImproved(latest: JudgedVisit): JudgedMetric | undefined {
  return listByImportance(latest, ({ verdict }) => verdict === 'improved')[0];
}

function comparedWith(state: PageState, { judgement }: JudgedVisit): string {
  const samples = state.cohorts[judgement.cohort]?.current.samples ?? 0;
  return samples > 1 ? textOfCount('comparedWith', samples - 1) : '';
}

function tellAllGood({ state, latest }: HeadlineInput): Headline {
  const improved = findImproved(latest);
  return {
    tone: 'good',
    text: improved ? text('betterThanBaseline', describeChange(improved)) : text('allGoodHeadline'),
    detail: joinSentences([withinBudgets(latest.judgement.budgets), comparedWith(state, latest)]),
  };
}

/** A cause may have done more than the metric shows, when something else got better meanwhile. */
const OUTWEIGHS = 1.1;

function describeCause(cause: Cause, metric: MetricName, delta = Number.POSITIVE_INFINITY): string {
  const { contribution } = cause;
  const { unit } = METRICS[metric];
  const remedy = describeRemedy(cause, unit);
  const summary = beginSentence(say(cause.summary));
  return joinSentences([
    contribution > OUTWEIGHS * delta
      ? text('causeOutweighs', summary, formatDelta(contribution, unit))
      : text('causeExplains', summary, formatValue(contribution, unit)),
    remedy ? tellRemedy(withoutRange(remedy)) : '',
  ]);
}

/** A headline is read in two seconds. */
function withoutRange({ between: _between, ...remedy }: Remedy): Remedy {
  return remedy;
}

type BrokenBudget = BudgetResult & { readonly limit: number; readonly actual: number };

function isBroken(result: BudgetResult): result is BrokenBudget {
  return result.status === 'broken' && result.limit !== undefined && result.actual !== undefined;
}

function withinBudgets(budgets: readonly BudgetResult[]): string {
  const within = budgets.filter(({ status }) => status === 'within').length;
  return within > 0 ? textOfCount('limitsHold', within) : '';
}

function joinSentences(sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ');
}
