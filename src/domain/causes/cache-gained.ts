import { claimGroup } from './claim-group.ts';
import type { CauseDefinition } from './definition.ts';
import { count, phrase, phraseOfCount } from '../words/phrase.ts';

/** Resources that were fetched come from the cache. */
export const cacheGained: CauseDefinition = {
  kind: 'cache-gained',
  nature: 'structural',
  detect: (detection) =>
    claimGroup(detection, {
      kind: 'cache-gained',
      facets: ['queue', 'server', 'work'],
      applies: ({ before, after }) => !before.cached && after.cached,
    }),
  summarize: (facts) => phraseOfCount('cacheGained', facts.count, count(facts.count)),
  advise: () => phrase('adviseColdLoads'),
};
