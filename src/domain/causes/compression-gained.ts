import { claimGroup } from './claim-group.ts';
import { lostCompression } from './compression.ts';
import type { CauseDefinition } from './definition.ts';
import { bytes, count, phrase, phraseOfCount } from '../words/phrase.ts';

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
  summarize: ({ count: files, size }) =>
    phraseOfCount(
      'compressionGained',
      files,
      count(files),
      bytes((size?.baseline ?? 0) - (size?.current ?? 0)),
    ),
  advise: () => phrase('adviseKeepCompression'),
};
