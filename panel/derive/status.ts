import type { BudgetResult } from '../../src/domain/evaluate-budgets.ts';
import { isTooNoisyToTell } from '../../src/domain/too-noisy.ts';
import type { MetricVerdict } from '../../src/domain/verdict.ts';
import type { Unit } from '../format.ts';
import type { MessageKey } from '../text.ts';

/** What one metric of one load looks like at a glance, worst first. */
export const STATUSES = [
  'regressed',
  'over-budget',
  'suspected',
  'improved',
  'steady',
  'too-noisy',
  'learning',
  'not-judged',
  'not-measured',
] as const;

export type Status = (typeof STATUSES)[number];

export const STATUS_WORDS: Readonly<Record<Status, MessageKey>> = {
  regressed: 'statusRegressed',
  'over-budget': 'statusOverBudget',
  suspected: 'statusSuspected',
  improved: 'statusImproved',
  steady: 'statusSteady',
  'too-noisy': 'statusTooNoisy',
  learning: 'statusLearning',
  'not-judged': 'statusNotJudged',
  'not-measured': 'statusNotMeasured',
};

/** Colour families of the interface; every one also has its icon and its words. */
export type Tone = 'bad' | 'warn' | 'good' | 'wait' | 'quiet';

export const STATUS_TONES: Readonly<Record<Status, Tone>> = {
  regressed: 'bad',
  'over-budget': 'bad',
  suspected: 'warn',
  improved: 'good',
  steady: 'quiet',
  'too-noisy': 'quiet',
  learning: 'wait',
  'not-judged': 'quiet',
  'not-measured': 'quiet',
};

interface Judged {
  readonly value: number | undefined;
  /** Absent when the load was not judged. */
  readonly verdict: MetricVerdict | undefined;
  readonly budget: BudgetResult | undefined;
  readonly unit: Unit;
}

/** The one status of a metric: a regression outranks a broken budget, which outranks everything else. */
export function deriveStatus({ value, verdict, budget, unit }: Judged): Status {
  if (verdict?.verdict === 'regressed') return 'regressed';
  if (budget?.status === 'broken') return 'over-budget';
  if (value === undefined) return 'not-measured';
  if (!verdict) return 'not-judged';
  if (verdict.suspected) return 'suspected';
  if (verdict.verdict === 'needs-more-loads') return 'learning';
  if (verdict.verdict === 'improved') return 'improved';
  if (verdict.verdict === 'not-measured') return 'not-measured';
  return isTooNoisyToTell(verdict, unit) ? 'too-noisy' : 'steady';
}
