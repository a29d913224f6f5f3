import { claimGroup } from './claim-group.ts';
import type { CauseDefinition } from './definition.ts';
import { bytes, count, phrase, phraseOfCount } from '../words/phrase.ts';

/** Resources that came from the cache are fetched again. */
export const cacheLost: CauseDefinition = {
  kind: 'cache-lost',
  nature: 'structural',
  detect: (detection) =>
    claimGroup(detection, {
      kind: 'cache-lost',
      facets: ['queue', 'server', 'work'],
      applies: ({ before, after }) => before.cached && !after.cached && after.transferSize > 0,
    }),
  summarize: (facts) =>
    phraseOfCount('cacheLost', facts.count, count(facts.count), bytes(facts.size?.current)),
  advise: () => phrase('adviseCacheControl'),
};
