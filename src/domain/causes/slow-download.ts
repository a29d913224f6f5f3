import { nodeSwitch } from '../replay/switches.ts';
import { blameContention } from './blame-contention.ts';
import type { CauseDefinition } from './definition.ts';
import { bodyChange, nodeIdentity, resourceFacts, timeChange } from './node-facts.ts';
import { differs, isResized } from './significance.ts';
import { ms, phrase } from '../words/phrase.ts';
import { resourceName } from './words.ts';

/** A file of unchanged size took longer to arrive, beyond what other downloads took from it. */
export const slowDownload: CauseDefinition = {
  kind: 'slow-download',
  nature: 'timing',
  detect(detection) {
    blameContention(detection);
    const { network } = detection.program.environment;
    for (const pair of detection.pairs.slice(1)) {
      const work = timeChange(pair.node, 'work');
      if (!work || isResized(bodyChange(pair))) continue;
      const time = { baseline: work.baseline * network, current: work.current };
      if (!differs(time)) continue;
      detection.claim({
        kind: 'slow-download',
        identity: nodeIdentity(pair.node),
        nodes: [pair.node],
        switches: [nodeSwitch(pair.node.index, 'work')],
        facts: { ...resourceFacts(pair.node), time },
      });
    }
  },
  summarize: ({ resource, time }) =>
    phrase(
      'slowDownload',
      resource ? resourceName(resource) : phrase('aResource'),
      ms(time?.current),
      ms(time?.baseline),
    ),
  advise: () => phrase('adviseDelivery'),
};
