import { nodeSwitch } from '../replay/switches.ts';
import type { CauseDefinition } from './definition.ts';
import { nodeIdentity, resourceFacts, timeChange } from './node-facts.ts';
import { differs } from './significance.ts';
import { resourceName, timeText } from './words.ts';

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
    const name = resource ? resourceName(resource) : 'a resource';
    const verb = opaque ? 'takes' : 'answers after';
    return `${name} ${verb} ${timeText(time?.current ?? 0)} instead of ${timeText(time?.baseline ?? 0)}`;
  },
  listEvidence: ({ opaque }) =>
    opaque
      ? ['Its server hides the phases (no Timing-Allow-Origin), so that only the whole time is known.']
      : [],
  advise: ({ resource }) => {
    if (resource?.party === 'third')
      return 'Ask the provider, or make sure that nothing visible waits for it.';
    return resource?.type === 'fetch'
      ? 'Look at what the endpoint does: its query, its cache, what it waits for.'
      : 'Serve the file from a cache or CDN instead of computing it.';
  },
  remedy: ({ time }) => (time && time.current > time.baseline ? 'faster-server' : undefined),
};
