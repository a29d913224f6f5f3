import { explain } from '../../src/domain/explain.ts';
import { withoutNetworkLog } from './without-network-log.ts';
import type { Contestant } from './contestant.ts';

/**
 * What the extension shows for a metric that its rule has found regressed. Whether the rule does is what the verdicts
 * benchmark measures.
 */
export const replayContestant: Contestant = {
  name: 'ours',
  accuse: (baseline, current, metric) =>
    explain(baseline, current, { [metric]: { verdict: 'regressed' } }).metrics[metric]?.causes ?? [],
};

/** The same with what a page alone can know, as when DevTools were closed. */
export const blindContestant: Contestant = {
  name: 'ours, DevTools closed',
  accuse: (baseline, current, metric) =>
    replayContestant.accuse(baseline.map(withoutNetworkLog), current.map(withoutNetworkLog), metric),
};
