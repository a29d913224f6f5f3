import { listBreaches, listRegressed } from '../../src/domain/breaches.ts';
import type { Comparison } from '../../src/domain/cause.ts';
import { METRICS, type MetricName } from '../../src/domain/metric.ts';
import type { JudgedVisit } from '../../src/domain/select-baseline.ts';
import { formatDelta, formatValue } from '../format.ts';
import {
  describeAmount,
  describeChange,
  type JudgedMetric,
  listByImportance,
  listFew,
  listTooNoisy,
} from './judged-metrics.ts';
import { isLearning } from './learning.ts';
import { METRIC_ORDER } from '../../src/domain/metric-order.ts';
import type { Tone } from './status.ts';
import { nameMetric } from './metric-words.ts';
import { describeTarget, EXCLUSION_WORDS, inSentence } from './words.ts';
import { say } from '../say.ts';
import { text, textOfCount } from '../text.ts';

export interface Breach {
  readonly key: string;
  readonly label: string;
  readonly what: 'regressed' | 'overBudget';
  /** "+412 ms (+35 %)" or "3,120 ms of 2,500 ms". */
  readonly amount: string;
  readonly cause?: string;
}

/** What the badge counts, in words; regressions first. Causes come with the comparison, once it is known. */
export function deriveBreaches({ judgement }: JudgedVisit, comparison: Comparison | undefined): Breach[] {
  return listBreaches(judgement)
    .map((key): Breach => {
      const verdict = judgement.metrics[key as MetricName];
      if (verdict?.verdict === 'regressed') {
        const metric = key as MetricName;
        const cause = comparison?.metrics[metric]?.causes.find(({ contribution }) => contribution > 0);
        return {
          key,
          label: nameMetric(metric),
          what: 'regressed',
          amount: describeAmount([metric, verdict]),
          ...(cause && { cause: say(cause.summary) }),
        };
      }
      const result = judgement.budgets.find((candidate) => candidate.key === key);
      return {
        key,
        label: result ? describeTarget(result.target) : key,
        what: 'overBudget',
        amount: result
          ? text('ofLimit', formatValue(result.actual, result.unit), formatValue(result.limit, result.unit))
          : '',
      };
    })
    .sort((a, b) => rankOf(a) - rankOf(b));
}

/** Breaches with one cause, or those of which none is known. */
export interface BreachGroup {
  readonly cause: string | undefined;
  readonly breaches: readonly Breach[];
}

/** One cause mostly moves many metrics: it is said once. In the order of the first breach of each. */
export function groupByCause(breaches: readonly Breach[]): BreachGroup[] {
  const groups = new Map<string | undefined, Breach[]>();
  for (const breach of breaches) {
    const known = groups.get(breach.cause);
    if (known) known.push(breach);
    else groups.set(breach.cause, [breach]);
  }
  return [...groups].map(([cause, members]) => ({ cause, breaches: members }));
}

/** Regressions before budgets, each in the order of the metrics; what is no metric comes last. */
function rankOf({ key, what }: Breach): number {
  const place = METRIC_ORDER.indexOf(key as MetricName);
  return (what === 'regressed' ? 0 : 1000) + (place < 0 ? 100 : place);
}

export interface VerdictLine {
  readonly tone: Tone;
  readonly icon: 'worse' | 'over' | 'suspected' | 'learning' | 'better' | 'check' | 'info';
  readonly text: string;
}

/** The popup's one line about a load. */
export function deriveVerdictLine(visit: JudgedVisit): VerdictLine {
  const [reason] = visit.judgement.excluded;
  if (reason) {
    return {
      tone: 'quiet',
      icon: 'info',
      text: text('notJudged', inSentence(text(EXCLUSION_WORDS[reason].label))),
    };
  }
  const breaches = listBreaches(visit.judgement).length;
  if (breaches > 0)
    return { tone: 'bad', icon: iconOfBreach(visit), text: textOfCount('breaches', breaches) };
  const [suspected] = listByImportance(visit, (verdict) => verdict.suspected === true);
  if (suspected) return { tone: 'warn', icon: 'suspected', text: tellSuspicion(suspected) };
  if (isLearning(visit.judgement)) return { tone: 'wait', icon: 'learning', text: text('withinLearning') };
  const [improved] = listByImportance(visit, ({ verdict }) => verdict === 'improved');
  if (improved)
    return { tone: 'good', icon: 'better', text: text('betterThanBaseline', describeChange(improved)) };
  const noisy = listTooNoisy(visit);
  if (noisy.length > 0)
    return { tone: 'quiet', icon: 'info', text: text('nothingConfirmed', listFew(noisy)) };
  return { tone: 'good', icon: 'check', text: text('allGood') };
}

function iconOfBreach({ judgement }: JudgedVisit): VerdictLine['icon'] {
  return listRegressed(judgement).length > 0 ? 'worse' : 'over';
}

function tellSuspicion([metric, { delta }]: JudgedMetric): string {
  return text('mayHaveChanged', nameMetric(metric), formatDelta(delta, METRICS[metric].unit));
}
