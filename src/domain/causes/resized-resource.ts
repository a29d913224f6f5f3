import { nodeSwitch } from '../replay/switches.ts';
import type { ResourceType } from '../snapshot.ts';
import { listCensoredDelays } from './censored-delays.ts';
import type { CauseDefinition } from './definition.ts';
import { delaysOfNode } from './detection.ts';
import { executionGrew } from './execution-change.ts';
import { bodyChange, nodeIdentity, resourceFacts, timeChange } from './node-facts.ts';
import { isResized } from './significance.ts';
import { bytes, ms, type Phrase, phrase } from '../words/phrase.ts';
import { resourceName } from './words.ts';

/** A file of both loads has another size; what it executes more or less goes with it. */
export const resizedResource: CauseDefinition = {
  kind: 'resized-resource',
  nature: 'structural',
  detect(detection) {
    const { network } = detection.program.environment;
    for (const pair of detection.pairs.slice(1)) {
      const { node } = pair;
      const size = bodyChange(pair);
      const work = timeChange(node, 'work');
      // Where caches or compression account for the bytes, they do not make it another file.
      if (!isResized(size) || !work || !detection.isFree(nodeSwitch(node.index, 'work'))) continue;
      const executes = executionGrew(detection, pair);
      const execution = timeChange(node, 'execution');
      detection.claim({
        kind: 'resized-resource',
        identity: nodeIdentity(node),
        nodes: [node],
        switches: [
          ...(Math.abs(work.baseline * network - work.current) > 1 ? [nodeSwitch(node.index, 'work')] : []),
          ...(executes ? [nodeSwitch(node.index, 'execution')] : []),
          ...(executes
            ? [...delaysOfNode(detection, node.index), ...listCensoredDelays(detection, pair)].map(
                (delay) => delay.switch,
              )
            : []),
        ],
        facts: { ...resourceFacts(node), size, ...(executes && execution && { time: execution }) },
      });
    }
  },
  summarize: ({ resource, size }) => {
    const { baseline, current } = size ?? { baseline: 0, current: 0 };
    const name = resource ? resourceName(resource) : phrase('aResource');
    return phrase(current > baseline ? 'grew' : 'shrank', name, bytes(baseline), bytes(current));
  },
  listEvidence: ({ time }) => (time ? [phrase('executesFor', ms(time.current), ms(time.baseline))] : []),
  advise: ({ resource }) => ADVICE[resource?.type ?? 'other'] ?? phrase('adviseSendLess'),
  remedy: ({ size }) => (size && size.current > size.baseline ? 'shrink' : undefined),
};

const ADVICE: { readonly [Type in ResourceType]?: Phrase } = {
  script: phrase('adviseBundle'),
  image: phrase('adviseImageFormat'),
  stylesheet: phrase('adviseUnusedRules'),
  font: phrase('adviseSubsetFont'),
};
