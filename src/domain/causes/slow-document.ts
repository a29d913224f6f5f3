import { nodeSwitch } from '../replay/switches.ts';
import type { CauseDefinition } from './definition.ts';
import { resourceFacts, timeChange } from './node-facts.ts';
import { differs } from './significance.ts';
import { ms, phrase } from '../words/phrase.ts';

/** The server took longer to answer the request for the document. */
export const slowDocument: CauseDefinition = {
  kind: 'slow-document',
  nature: 'timing',
  detect(detection) {
    const [document] = detection.model.nodes;
    const server = document && timeChange(document, 'server');
    if (!document || !server) return;
    const shifted = server.baseline + detection.program.environment.latency;
    const time = { baseline: shifted, current: server.current };
    if (!differs(time)) return;
    const facts = { ...resourceFacts(document), time };
    detection.claim({ kind: 'slow-document', nodes: [document], switches: [nodeSwitch(0, 'server')], facts });
  },
  summarize: ({ time }) => phrase('slowDocument', ms(time?.current), ms(time?.baseline)),
  advise: () => phrase('adviseServer'),
  remedy: ({ time }) => (time && time.current > time.baseline ? 'faster-server' : undefined),
};
