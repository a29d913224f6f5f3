import type { CauseDefinition } from './definition.ts';
import { resourceName } from './words.ts';

/** An element moves more, or at all, in the worst second of layout shifts. */
export const layoutShift: CauseDefinition = {
  kind: 'layout-shift',
  nature: 'structural',
  summarize: ({ names, resource, factor = 0 }) => {
    const element = names?.current ?? names?.baseline ?? 'an element';
    if (factor < 0) return `${element} moves less`;
    return resource ? `${element} moves after ${resourceName(resource)} has arrived` : `${element} moves`;
  },
  advise: ({ resource }) =>
    resource?.type === 'image' || resource?.type === 'media'
      ? 'Give it width and height, or an aspect-ratio, so that its place is kept free.'
      : resource?.type === 'font'
        ? 'Use a fallback font of the same metrics (size-adjust), or font-display: optional.'
        : 'Reserve the space for what is inserted, or insert it below what is already seen.',
};
