import { nodeSwitch } from '../replay/switches.ts';
import type { CauseDefinition } from './definition.ts';
import { bodyChange, resourceFacts, timeChange } from './node-facts.ts';
import { shiftedBy } from './parser-shift.ts';
import { differs, isResized } from './significance.ts';
import { bytes, ms, phrase } from '../words/phrase.ts';

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
  summarize: ({ time }) => phrase('documentDownload', ms(time?.current), ms(time?.baseline)),
  listEvidence: ({ size }) =>
    size ? [phrase('itWasAndIs', bytes(size.baseline), bytes(size.current))] : [phrase('sameSize')],
  advise: ({ size }) => phrase(size && size.current > size.baseline ? 'adviseLessHtml' : 'adviseInPieces'),
  remedy: ({ size }) => (size && size.current > size.baseline ? 'shrink' : undefined),
};
