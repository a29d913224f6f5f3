import { claimGroup } from './claim-group.ts';
import { lostCompression } from './compression.ts';
import type { CauseDefinition } from './definition.ts';
import { pluralize, sizeText } from './words.ts';

/** Files that travelled uncompressed are compressed. */
export const compressionGained: CauseDefinition = {
  kind: 'compression-gained',
  nature: 'structural',
  detect: (detection) =>
    claimGroup(detection, {
      kind: 'compression-gained',
      facets: ['work'],
      applies: ({ before, after }) => lostCompression(after.resource, before.resource),
    }),
  summarize: ({ count, size }) =>
    `${pluralize(count, 'file is', 'files are')} now compressed (−${sizeText((size?.baseline ?? 0) - (size?.current ?? 0))})`,
  advise: () => 'Keep compression on for text responses.',
};
