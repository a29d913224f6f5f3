import { claimGroup } from './claim-group.ts';
import { lostCompression } from './compression.ts';
import type { CauseDefinition } from './definition.ts';
import { bytes, count, phrase, phraseOfCount } from '../words/phrase.ts';
import { resourceName } from './words.ts';

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
  summarize: ({ count: files, size, resource }) => {
    const more = bytes((size?.current ?? 0) - (size?.baseline ?? 0));
    if (files === 1 && resource) return phrase('compressionLostOf', resourceName(resource), more);
    return phraseOfCount('compressionLost', files, count(files), more);
  },
  advise: () => phrase('adviseCompression'),
  remedy: () => 'shrink',
};
