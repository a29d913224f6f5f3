import type { MetricName } from './metric.ts';
import type { Judgement } from './page-state.ts';

/**
 * What the badge counts: budgets broken and metrics regressed. A metric that is both counts once.
 * A visit that is not judged has none.
 */
export function listBreaches(judgement: Judgement): string[] {
  const broken = judgement.budgets.filter(({ status }) => status === 'broken').map(({ key }) => key);
  return [...new Set([...broken, ...listRegressed(judgement)])];
}

/** Metrics that are confirmed to be worse than their baseline; a suspicion is not. */
export function listRegressed({ metrics }: Pick<Judgement, 'metrics'>): MetricName[] {
  const names = Object.keys(metrics) as MetricName[];
  return names.filter((name) => metrics[name]?.verdict === 'regressed');
}
