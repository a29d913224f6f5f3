import type { CauseDefinition } from './definition.ts';
import { phrase } from '../words/phrase.ts';
import { resourceName } from './words.ts';

/** An element moves more, or at all, in the worst second of layout shifts. */
export const layoutShift: CauseDefinition = {
  kind: 'layout-shift',
  nature: 'structural',
  summarize: ({ names, resource, factor = 0 }) => {
    const element = names?.current ?? names?.baseline ?? phrase('anElement');
    if (factor < 0) return phrase('movesLess', element);
    return resource ? phrase('movesAfter', element, resourceName(resource)) : phrase('moves', element);
  },
  advise: ({ resource }) => {
    if (resource?.type === 'image' || resource?.type === 'media') return phrase('adviseKeepPlace');
    return phrase(resource?.type === 'font' ? 'adviseFallbackFont' : 'adviseReserve');
  },
};
