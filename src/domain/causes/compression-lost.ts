import { claimGroup } from './claim-group.ts';
import { lostCompression } from './compression.ts';
import type { CauseDefinition } from './definition.ts';
import { pluralize, resourceName, sizeText } from './words.ts';

/** The same files travel uncompressed. */
export const compressionLost: CauseDefinition = {
  kind: 'compression-lost',
  nature: 'structural',
  detect: (detection) =>
    claimGroup(detection, {
      kind: 'compression-lost',
      facets: ['work'],
      applies: ({ before, after }) => lostCompression(before.resource, after.resource),
    }),
  summarize: ({ count, size, resource }) =>
    `${count === 1 && resource ? `${resourceName(resource)} is` : pluralize(count, 'file is', 'files are')} no longer compressed (+${sizeText((size?.current ?? 0) - (size?.baseline ?? 0))})`,
  advise: () => 'Switch compression (Brotli, or gzip) on again for text responses, on the server or its CDN.',
  remedy: () => 'shrink',
};
