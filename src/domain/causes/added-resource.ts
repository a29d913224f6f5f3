import { CURRENT } from '../replay/world.ts';
import type { CauseDefinition, CauseFacts } from './definition.ts';
import { claimOneSided } from './claim-one-sided.ts';
import { pluralize, resourceName, sizeText } from './words.ts';

/** The page asks for something it did not ask for before. */
export const addedResource: CauseDefinition = {
  kind: 'added-resource',
  nature: 'structural',
  detect: (detection) => claimOneSided(detection, 'added-resource', CURRENT),
  summarize: (facts) => `added ${describeOneSided(facts, facts.size?.current ?? 0)}`,
  listEvidence: ({ count }) =>
    count > 1
      ? [`It stands for ${pluralize(count, 'request', 'requests')}, with what it asked for itself.`]
      : [],
  advise: ({ resource, count }) => {
    if (resource?.type === 'script') {
      return resource.renderBlocking
        ? 'Load the script with defer or async, or only where it is needed.'
        : 'Load the script after the page is usable, or leave it out.';
    }
    if (resource?.type === 'stylesheet')
      return 'Merge the style sheet into an existing one, or load it without blocking.';
    if (resource?.type === 'image' && count > 4)
      return 'Load the images lazily, or join small ones into one file.';
    if (resource?.type === 'image')
      return 'Load the image lazily unless it is seen at once, and in the size it is shown.';
    if (resource?.type === 'font')
      return 'Preload the font and show text without it (font-display: swap), or drop it.';
    return 'Check whether the page needs it before it is usable; leave it out or ask for it later.';
  },
  remedy: ({ resource }) => (resource?.type === 'script' && resource.renderBlocking ? 'defer' : 'remove'),
};

/** "render-blocking script /static/chart.js and 2 more (254 kB)" */
export function describeOneSided({ resource, count, opaque }: CauseFacts, size: number): string {
  const kind = resource ? `${resource.renderBlocking ? 'render-blocking ' : ''}${resource.type}` : 'resource';
  const name = resource ? ` ${resourceName(resource)}` : '';
  const more = count > 1 ? ` and ${count - 1} more` : '';
  const bytes = opaque && size === 0 ? 'size hidden' : sizeText(size);
  return `${kind === 'other' ? 'resource' : kind}${name}${more} (${bytes})`;
}
