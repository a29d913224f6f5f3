import { nodeSwitch } from '../replay/switches.ts';
import type { CauseDefinition } from './definition.ts';
import { executionsDelayedBy, listDelays } from './detection.ts';
import { inlineChange } from './execution-change.ts';
import { resourceFacts } from './node-facts.ts';
import { shiftedBy } from './parser-shift.ts';
import { workDiffers } from './significance.ts';
import { ms, phrase } from '../words/phrase.ts';

/** Scripts written into the document keep the main thread, and with it the parser, longer. */
export const inlineScript: CauseDefinition = {
  kind: 'inline-script',
  nature: 'timing',
  detect(detection) {
    const [document] = detection.model.nodes;
    const delays = listDelays(detection, ({ owner }) => owner.kind === 'inline');
    const time = inlineChange(detection.model.union.loads);
    if (!document || !workDiffers(time)) return;
    detection.claim({
      kind: 'inline-script',
      nodes: [document],
      switches: [
        ...delays.map((delay) => delay.switch),
        nodeSwitch(0, 'execution'),
        ...executionsDelayedBy(detection, ({ kind }) => kind === 'inline'),
        ...shiftedBy(detection, time),
      ],
      facts: { ...resourceFacts(document), count: 0, time },
    });
  },
  summarize: ({ time }) => phrase('inlineScripts', ms(time?.current), ms(time?.baseline)),
  advise: () => phrase('adviseMoveWork'),
  remedy: ({ time }) => (time && time.current > time.baseline ? 'remove' : undefined),
};
