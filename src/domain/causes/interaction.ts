import type { CauseDefinition } from './definition.ts';
import { resourceName, timeText } from './words.ts';

/** The slowest interaction spends longer in one of its three parts, or is another one. */
export const interaction: CauseDefinition = {
  kind: 'interaction',
  nature: 'timing',
  summarize: ({ names, time, phase }) => {
    const target = names?.current ?? 'the page';
    const spent = `${timeText(time?.current ?? 0)} instead of ${timeText(time?.baseline ?? 0)}`;
    if (phase === undefined)
      return `the slowest interaction is now with ${target}, not with ${names?.baseline ?? 'another element'}`;
    return `the interaction with ${target} spends ${spent} in its ${phase}`;
  },
  listEvidence: ({ resource }) => (resource ? [`Most of it ran in ${resourceName(resource)}.`] : []),
  advise: ({ phase }) => ADVICE.get(phase) ?? OTHER_INTERACTION,
};

const OTHER_INTERACTION =
  'Compare the same interactions: a load where another element was used says nothing about this one.';

const ADVICE = new Map<string | undefined, string>([
  ['input delay', 'Keep the main thread free before the interaction: split long tasks, load scripts later.'],
  ['processing', 'Do less in the event handler: update what is seen first, and yield before the rest.'],
  ['presentation', 'Change fewer elements at once: large layouts and paints follow the handler.'],
]);
