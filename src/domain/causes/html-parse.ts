import { nodeSwitch } from '../replay/switches.ts';
import type { CauseDefinition } from './definition.ts';
import { resourceFacts } from './node-facts.ts';
import { differs, LOOSE_GATE } from './significance.ts';
import { timeText } from './words.ts';

/** The parser needed longer: after document and blocking scripts were there, or before it found its resources. */
export const htmlParse: CauseDefinition = {
  kind: 'html-parse',
  nature: 'timing',
  detect(detection) {
    const [document] = detection.model.nodes;
    const [before, after] = detection.model.union.loads;
    const parse = { baseline: before.parse, current: after.parse };
    const shift = detection.parserShift;
    const time = differs(parse, LOOSE_GATE) ? parse : shift?.lag;
    if (!document || !time) return;
    detection.claim({
      kind: 'html-parse',
      nodes: [document],
      switches: [...(time === parse ? [nodeSwitch(0, 'execution')] : []), ...(shift?.switches ?? [])],
      facts: { ...resourceFacts(document), time, ...(time !== parse && { phase: 'discovery' }) },
    });
  },
  summarize: ({ time, phase }) => {
    const change = `${timeText(time?.current ?? 0)} instead of ${timeText(time?.baseline ?? 0)}`;
    return phase === undefined
      ? `parsing the document takes ${change}`
      : `the parser asks for its resources after ${change}`;
  },
  advise: () => 'Look for inline scripts, a larger document or work that interrupts the parser.',
};
