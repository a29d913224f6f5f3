import { nodeSwitch } from '../replay/switches.ts';
import type { CauseDefinition } from './definition.ts';
import { nodeIdentity, resourceFacts, timeChange } from './node-facts.ts';
import { differs } from './significance.ts';
import { ms, phrase } from '../words/phrase.ts';
import { resourceName } from './words.ts';

/** The server of a resource took longer to answer; of an opaque resource, the whole fetch took longer. */
export const slowServer: CauseDefinition = {
  kind: 'slow-server',
  nature: 'timing',
  detect(detection) {
    const { latency } = detection.program.environment;
    for (const { node, before } of detection.pairs.slice(1)) {
      const server = timeChange(node, 'server');
      if (!server) continue;
      const shift = before.type === 'fetch' ? 0 : latency;
      const time = { baseline: server.baseline + shift, current: server.current };
      if (!differs(time)) continue;
      detection.claim({
        kind: 'slow-server',
        identity: nodeIdentity(node),
        nodes: [node],
        switches: [nodeSwitch(node.index, 'server')],
        facts: { ...resourceFacts(node), time },
      });
    }
  },
  summarize: ({ resource, time, opaque }) => {
    const name = resource ? resourceName(resource) : phrase('aResource');
    return phrase(opaque ? 'takesTime' : 'answersAfter', name, ms(time?.current), ms(time?.baseline));
  },
  listEvidence: ({ opaque }) => (opaque ? [phrase('phasesUnknown')] : []),
  advise: ({ resource }) => {
    if (resource?.party === 'third') return phrase('adviseProvider');
    return phrase(resource?.type === 'fetch' ? 'adviseEndpoint' : 'adviseServeStatic');
  },
  remedy: ({ time }) => (time && time.current > time.baseline ? 'faster-server' : undefined),
};
