import type { SeriesName } from '../../src/domain/scan/metric-noise.ts';
import type { Judged, MetricVerdict, Rule } from '../../src/domain/verdict.ts';
import type { Contestant } from './contestant.ts';

/** What a judgement calls regressed, page speed included. */
export function listRed({
  verdicts,
  pageSpeed,
}: Pick<Judged<unknown>, 'verdicts' | 'pageSpeed'>): SeriesName[] {
  const all: [string, MetricVerdict | undefined][] = [...Object.entries(verdicts), ['pageSpeed', pageSpeed]];
  return all.filter(([, verdict]) => verdict?.verdict === 'regressed').map(([name]) => name as SeriesName);
}

/** A rule of ours. `startFrom` makes the state that has these loads as its baseline, whatever it would say of them. */
export function createRuleContestant<State>(
  rule: Rule<State>,
  startFrom: (baseline: Parameters<Contestant['start']>[0]) => State,
): Contestant {
  return {
    name: rule.name,
    start(baseline, { isNewBuild }) {
      let state = startFrom(baseline);
      const build = isNewBuild ? 'new' : 'old';
      return ({ metrics }) => {
        const judged = rule.observe(state, { visitId: 'visit', metrics, build });
        state = judged.state;
        return listRed(judged);
      };
    },
  };
}
