import { nodeSwitch } from '../replay/switches.ts';
import type { ResourceType } from '../snapshot.ts';
import { listCensoredDelays } from './censored-delays.ts';
import type { CauseDefinition } from './definition.ts';
import { delaysOfNode } from './detection.ts';
import { executionGrew } from './execution-change.ts';
import { bodyChange, nodeIdentity, resourceFacts, timeChange } from './node-facts.ts';
import { isResized } from './significance.ts';
import { resourceName, sizeText, timeText } from './words.ts';

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
    const verb = current > baseline ? 'grew' : 'shrank';
    return `${resource ? resourceName(resource) : 'a resource'} ${verb} from ${sizeText(baseline)} to ${sizeText(current)}`;
  },
  listEvidence: ({ time }) =>
    time ? [`It executes for ${timeText(time.current)} instead of ${timeText(time.baseline)}.`] : [],
  advise: ({ resource }) => ADVICE[resource?.type ?? 'other'] ?? SEND_LESS,
  remedy: ({ size }) => (size && size.current > size.baseline ? 'shrink' : undefined),
};

const SEND_LESS = 'Send less: fewer fields, fewer rows, or the rest on demand.';

const ADVICE: { readonly [Type in ResourceType]?: string } = {
  script: 'Find what was added to the bundle, and split off what is not needed at once.',
  image: 'Serve the image in the size it is shown and in a modern format (AVIF or WebP).',
  stylesheet: 'Drop unused rules, or load what is not needed for the first paint later.',
  font: 'Subset the font to the characters that are used.',
};
