import type { CauseDefinition, CauseFacts } from './definition.ts';
import { ms, phrase } from '../words/phrase.ts';
import { resourceName } from './words.ts';

/** The slowest interaction spends longer in one of its three parts, or is another one. */
export const interaction: CauseDefinition = {
  kind: 'interaction',
  nature: 'timing',
  summarize: ({ names, time, phase }) => {
    const target = names?.current ?? phrase('thePage');
    const part = PARTS.find(({ name }) => name === phase);
    return part
      ? phrase('interactionSpends', target, ms(time?.current), ms(time?.baseline), phrase(part.word))
      : phrase('otherInteraction', target, names?.baseline ?? phrase('anotherElement'));
  },
  listEvidence: (facts) => [
    ...(facts.resource ? [phrase('ranIn', resourceName(facts.resource))] : []),
    ...(forcesLayout(facts) ? [phrase('forcedLayouts', ms(facts.forcedLayout))] : []),
  ],
  advise: (facts) => {
    if (forcesLayout(facts)) return phrase('adviseForced');
    return phrase(PARTS.find(({ name }) => name === facts.phase)?.advice ?? 'adviseSameInteraction');
  },
};

/** A third of the handler or more: then it is not what the handler computes that takes the time. */
function forcesLayout({ phase, time, forcedLayout = 0 }: CauseFacts): boolean {
  return phase === 'processing' && forcedLayout > (time?.current ?? 0) / 3;
}

const PARTS = [
  { name: 'input delay', word: 'partInputDelay', advice: 'adviseInputDelay' },
  { name: 'processing', word: 'partProcessing', advice: 'adviseProcessing' },
  { name: 'presentation', word: 'partPresentation', advice: 'advisePresentation' },
] as const;
