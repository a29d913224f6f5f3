import type { Judgement } from './page-state.ts';

/**
 * What the badge counts: budgets broken and metrics regressed. A metric that is both counts once.
 * A visit that is not judged has none.
 */
export function listBreaches(judgement: Judgement): string[] {
  const broken = judgement.budgets.filter(({ status }) => status === 'broken').map(({ key }) => key);
  const regressed = Object.entries(judgement.metrics)
    .filter(([, { verdict }]) => verdict === 'regressed')
    .map(([name]) => name);
  return [...new Set([...broken, ...regressed])];
}
