import { CURRENT } from '../replay/world.ts';
import type { CauseDefinition, CauseFacts } from './definition.ts';
import { claimOneSided } from './claim-one-sided.ts';
import { bytes, count, type Phrase, phrase, phraseOfCount, plainNumber } from '../words/phrase.ts';
import type { Resource, ResourceType } from '../snapshot.ts';
import { resourceName } from './words.ts';

/** The page asks for something it did not ask for before. */
export const addedResource: CauseDefinition = {
  kind: 'added-resource',
  nature: 'structural',
  detect: (detection) => claimOneSided(detection, 'added-resource', CURRENT),
  summarize: (facts) => phrase('addedResource', ...describeOneSided(facts, facts.size?.current ?? 0)),
  listEvidence: ({ count: requests }) =>
    requests > 1 ? [phraseOfCount('standsFor', requests, count(requests))] : [],
  advise: ({ resource, count: requests }) => {
    if (resource?.type === 'script')
      return phrase(resource.renderBlocking ? 'adviseDefer' : 'adviseLateScript');
    if (resource?.type === 'stylesheet') return phrase('adviseMergeStyle');
    if (resource?.type === 'image') return phrase(requests > 4 ? 'adviseLazyImages' : 'adviseLazyImage');
    return phrase(resource?.type === 'font' ? 'advisePreloadFont' : 'adviseLeaveOut');
  },
  remedy: ({ resource }) => (resource?.type === 'script' && resource.renderBlocking ? 'defer' : 'remove'),
};

/** What it is and how large: "render-blocking script /static/chart.js and 2 more", "254 kB". */
export function describeOneSided(
  { resource, count: requests, opaque }: CauseFacts,
  size: number,
): [what: Phrase, size: ReturnType<typeof bytes> | Phrase] {
  const one = resource ? phrase('named', kindOf(resource), resourceName(resource)) : phrase('nounResource');
  const what = requests > 1 ? phrase('moreOf', one, plainNumber(requests - 1)) : one;
  return [what, opaque && size === 0 ? phrase('sizeHidden') : bytes(size)];
}

function kindOf({ type, renderBlocking }: Resource): Phrase {
  if (!renderBlocking) return phrase(type === 'other' ? 'nounResource' : NOUNS[type]);
  if (type === 'script') return phrase('blockingScript');
  return type === 'stylesheet' ? phrase('blockingStylesheet') : phrase('blockingOther', phrase(NOUNS[type]));
}

const NOUNS = {
  document: 'nounDocument',
  script: 'nounScript',
  stylesheet: 'nounStylesheet',
  image: 'nounImage',
  font: 'nounFont',
  fetch: 'nounFetch',
  media: 'nounMedia',
  other: 'nounOther',
} as const satisfies Record<ResourceType, string>;
