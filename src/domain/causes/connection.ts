import { nodeSwitch } from '../replay/switches.ts';
import type { CauseDefinition } from './definition.ts';
import { nodeIdentity, resourceFacts, timeChange } from './node-facts.ts';
import { differs } from './significance.ts';
import { ms, phrase } from '../words/phrase.ts';
import { resourceName } from './words.ts';

/** A request waited longer to be sent: for a lookup, a connection, a handshake, or its turn. */
export const connection: CauseDefinition = {
  kind: 'connection',
  nature: 'timing',
  detect(detection) {
    for (const { node } of detection.pairs) {
      const time = timeChange(node, 'queue');
      if (!time || !differs(time)) continue;
      detection.claim({
        kind: 'connection',
        identity: nodeIdentity(node),
        nodes: [node],
        switches: [nodeSwitch(node.index, 'queue')],
        facts: { ...resourceFacts(node), time },
      });
    }
  },
  summarize: ({ resource, time, phase }) => {
    const name = resource ? resourceName(resource) : phrase('aRequest');
    const spans = [ms(time?.current), ms(time?.baseline)];
    const step = STEPS.find(([known]) => known === phase);
    return step
      ? phrase('sentAfterPhase', name, ...spans, phrase(step[1]))
      : phrase('sentAfter', name, ...spans);
  },
  advise: ({ resource }) => phrase(resource?.party === 'third' ? 'adviseConnectEarly' : 'adviseHost'),
};

const STEPS = [
  ['dns', 'dnsLookup'],
  ['connect', 'connecting'],
  ['tls', 'tlsHandshake'],
] as const;
