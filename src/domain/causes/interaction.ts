import type { CauseDefinition, CauseFacts } from './definition.ts';
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
  listEvidence: (facts) => [
    ...(facts.resource ? [`Most of it ran in ${resourceName(facts.resource)}.`] : []),
    ...(forcesLayout(facts) ? [`${timeText(facts.forcedLayout ?? 0)} of that were forced layouts.`] : []),
  ],
  advise: (facts) => (forcesLayout(facts) ? FORCED : (ADVICE.get(facts.phase) ?? OTHER_INTERACTION)),
};

/** A third of the handler or more: then it is not what the handler computes that takes the time. */
function forcesLayout({ phase, time, forcedLayout = 0 }: CauseFacts): boolean {
  return phase === 'processing' && forcedLayout > (time?.current ?? 0) / 3;
}

const FORCED =
  'Read all sizes first and change styles afterwards: each read after a change makes the browser lay the page out anew.';

const OTHER_INTERACTION =
  'Compare the same interactions: a load where another element was used says nothing about this one.';

const ADVICE = new Map<string | undefined, string>([
  ['input delay', 'Keep the main thread free before the interaction: split long tasks, load scripts later.'],
  ['processing', 'Do less in the event handler: update what is seen first, and yield before the rest.'],
  ['presentation', 'Change fewer elements at once: large layouts and paints follow the handler.'],
]);
