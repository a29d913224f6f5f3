import { nodeSwitch } from '../replay/switches.ts';
import type { CauseDefinition } from './definition.ts';
import { nodeIdentity, resourceFacts, timeChange } from './node-facts.ts';
import { differs } from './significance.ts';
import { resourceName, timeText } from './words.ts';

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
  summarize: ({ resource, time, phase }) =>
    `${resource ? resourceName(resource) : 'a request'} is sent after ${timeText(time?.current ?? 0)} instead of ${timeText(time?.baseline ?? 0)}${phase ? ` (${phase})` : ''}`,
  advise: ({ resource }) =>
    resource?.party === 'third'
      ? 'Connect early with <link rel="preconnect">, or serve it from your own origin.'
      : 'Check DNS, TLS and HTTP/2 of the host, and how many requests compete for its connections.',
};
