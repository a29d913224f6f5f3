import { nodeSwitch } from '../replay/switches.ts';
import type { CauseDefinition } from './definition.ts';
import { resourceFacts } from './node-facts.ts';
import { differs, LOOSE_GATE } from './significance.ts';
import { ms, phrase } from '../words/phrase.ts';

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
  summarize: ({ time, phase }) =>
    phrase(phase === undefined ? 'documentParse' : 'parserAsks', ms(time?.current), ms(time?.baseline)),
  advise: () => phrase('adviseParser'),
};
