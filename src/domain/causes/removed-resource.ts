import { BASELINE } from '../replay/world.ts';
import { describeOneSided } from './added-resource.ts';
import type { CauseDefinition } from './definition.ts';
import { claimOneSided } from './claim-one-sided.ts';
import { phrase } from '../words/phrase.ts';

/** The page no longer asks for something. */
export const removedResource: CauseDefinition = {
  kind: 'removed-resource',
  nature: 'structural',
  detect: (detection) => claimOneSided(detection, 'removed-resource', BASELINE),
  summarize: (facts) => phrase('removedResource', ...describeOneSided(facts, facts.size?.baseline ?? 0)),
  advise: () => phrase('adviseRemoved'),
};
