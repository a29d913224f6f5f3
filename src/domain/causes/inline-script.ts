import { nodeSwitch } from '../replay/switches.ts';
import type { CauseDefinition } from './definition.ts';
import { executionsDelayedBy, listDelays } from './detection.ts';
import { inlineChange } from './execution-change.ts';
import { resourceFacts } from './node-facts.ts';
import { shiftedBy } from './parser-shift.ts';
import { executionDiffers } from './significance.ts';
import { timeText } from './words.ts';

/** Scripts written into the document keep the main thread, and with it the parser, longer. */
export const inlineScript: CauseDefinition = {
  kind: 'inline-script',
  nature: 'timing',
  detect(detection) {
    const [document] = detection.model.nodes;
    const delays = listDelays(detection, ({ owner }) => owner.kind === 'inline');
    const time = inlineChange(detection.model.union.loads);
    if (!document || !executionDiffers(time)) return;
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
  summarize: ({ time }) =>
    `inline scripts of the document run for ${timeText(time?.current ?? 0)} instead of ${timeText(time?.baseline ?? 0)}`,
  advise: () => 'Move the work out of the document: a deferred file, after the first paint, or not at all.',
  remedy: ({ time }) => (time && time.current > time.baseline ? 'remove' : undefined),
};
