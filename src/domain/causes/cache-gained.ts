import { claimGroup } from './claim-group.ts';
import type { CauseDefinition } from './definition.ts';
import { pluralize } from './words.ts';

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
  summarize: ({ count }) => `${pluralize(count, 'resource', 'resources')} now from the cache`,
  advise: () => 'Compare cold loads with cold ones: a warm cache hides what a first visit costs.',
};
