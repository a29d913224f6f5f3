import { nodeSwitch } from '../replay/switches.ts';
import type { CauseDefinition } from './definition.ts';
import { bodyChange, resourceFacts, timeChange } from './node-facts.ts';
import { shiftedBy } from './parser-shift.ts';
import { differs, isResized } from './significance.ts';
import { sizeText, timeText } from './words.ts';

/** The document itself took longer to arrive, because it is larger or because it was sent more slowly. */
export const htmlDownload: CauseDefinition = {
  kind: 'html-download',
  nature: 'timing',
  detect(detection) {
    const [pair] = detection.pairs.slice(0, 1);
    const work = pair && timeChange(pair.node, 'work');
    if (!pair || !work) return;
    const time = {
      baseline: work.baseline * detection.program.environment.network,
      current: work.current,
    };
    if (!differs(time)) return;
    const size = bodyChange(pair);
    detection.claim({
      kind: 'html-download',
      nodes: [pair.node],
      switches: [nodeSwitch(0, 'work'), ...shiftedBy(detection, time)],
      facts: { ...resourceFacts(pair.node), time, ...(isResized(size) && { size }) },
    });
  },
  summarize: ({ time }) =>
    `the document takes ${timeText(time?.current ?? 0)} to download instead of ${timeText(time?.baseline ?? 0)}`,
  listEvidence: ({ size }) =>
    size
      ? [`It was ${sizeText(size.baseline)} and is ${sizeText(size.current)}.`]
      : ['Its size is the same.'],
  advise: ({ size }) =>
    size && size.current > size.baseline
      ? 'Send less HTML at first: inlined data and hidden parts can follow.'
      : 'Check whether the server sends the document in pieces with waits between them.',
  remedy: ({ size }) => (size && size.current > size.baseline ? 'shrink' : undefined),
};
