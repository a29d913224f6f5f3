import { METRIC_NAMES, METRICS, type MetricName, type MetricValues } from './metric.ts';
import { METRIC_NOISE } from './scan/metric-noise.ts';
import { quantile } from './statistics.ts';
import { type Amount, type Phrase, phrase, plainNumber } from './words/phrase.ts';

export interface BudgetSuggestion {
  readonly metric: MetricName;
  /** set: there is no limit yet. tighten: the one there is has never been near to what the page needs. */
  readonly kind: 'set' | 'tighten';
  /** The limit proposed, in the metric's unit. */
  readonly max: number;
  readonly p90: number;
  /** Loads behind it, and how many of them would have broken the limit. */
  readonly loads: number;
  readonly broken: number;
  /** One sentence: what it rests on, and what it would have done. */
  readonly argument: Phrase;
}

/** The p90 of fewer loads is their largest value, and says what one hiccup cost. */
const LEAST_LOADS = 10;

/** A limit that exists was somebody's decision: it takes twice the loads, and a clear margin, to question it. */
const LEAST_LOADS_TO_TIGHTEN = 20;
const LOOSE_ABOVE = 1.25;

/** Room above the p90, so that the limit breaks on what is wrong and not on what is slow every tenth time. */
const HEADROOM = 0.1;

/**
 * Proposes limits from the page's own loads: a tenth above the p90, or the smallest change that matters where that is
 * more, rounded up to a number people say. `history` are the loads of one cohort that were judged and not regressed;
 * `limits` what applies already. Metrics with too few measured loads, or limits that fit, get no suggestion.
 */
export function suggestBudgets(
  history: readonly MetricValues[],
  limits: { readonly [Name in MetricName]?: number } = {},
): BudgetSuggestion[] {
  return METRIC_NAMES.flatMap((metric) => {
    const values = history.map((metrics) => metrics[metric]).filter((value) => value !== undefined);
    const suggestion = suggestOne(metric, values, limits[metric]);
    return suggestion ? [suggestion] : [];
  });
}

function suggestOne(
  metric: MetricName,
  values: readonly number[],
  limit: number | undefined,
): BudgetSuggestion | undefined {
  const kind = limit === undefined ? 'set' : 'tighten';
  if (values.length < (kind === 'set' ? LEAST_LOADS : LEAST_LOADS_TO_TIGHTEN)) return undefined;
  const p90 = quantile(values, 0.9);
  const max = roundUp(p90 + Math.max(HEADROOM * p90, METRIC_NOISE[metric].absolute), metric);
  if (limit !== undefined && limit <= LOOSE_ABOVE * max) return undefined;
  const broken = values.filter((value) => value > max).length;
  const known = [plainNumber(values.length), amountOf(p90, metric)];
  const [proposed, fired] = [amountOf(max, metric), phraseFired(broken)];
  const argument =
    limit === undefined
      ? phrase('suggestLimit', ...known, proposed, fired)
      : phrase('suggestTighter', ...known, amountOf(limit, metric), proposed, fired);
  return { metric, kind, max, p90, loads: values.length, broken, argument };
}

/** Up to the next half of a digit behind the first: 1,441 becomes 1,450, and 47.3 requests 48. */
function roundUp(value: number, metric: MetricName): number {
  const half = 10 ** (Math.floor(Math.log10(value)) - 1) / 2;
  const step = METRICS[metric].unit === 'score' ? half : Math.max(1, half);
  return Number((Math.ceil(value / step - 1e-9) * step).toPrecision(12));
}

function amountOf(value: number, metric: MetricName): Amount {
  const { unit } = METRICS[metric];
  if (unit === 'ms' || unit === 'bytes') return { amount: value, unit };
  return plainNumber(Number(value.toFixed(unit === 'count' ? 1 : 3)));
}

function phraseFired(times: number): Phrase {
  if (times > 2) return phrase('firedTimes', plainNumber(times));
  return phrase((['firedNever', 'firedOnce', 'firedTwice'] as const)[times] ?? 'firedNever');
}
