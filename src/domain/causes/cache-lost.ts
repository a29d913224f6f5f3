import { claimGroup } from './claim-group.ts';
import type { CauseDefinition } from './definition.ts';
import { pluralize, sizeText } from './words.ts';

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
  summarize: ({ count, size }) =>
    `${pluralize(count, 'resource', 'resources')} no longer from the cache (${sizeText(size?.current ?? 0)} over the network)`,
  advise: () =>
    'Send Cache-Control with a long max-age for files with a hash in their name, and check that nothing sends no-store.',
};
