import { latestMoment } from '../replay/dependency.ts';
import type { ModelNode } from '../replay/model.ts';
import { nodeSwitch } from '../replay/switches.ts';
import { BASELINE, CURRENT } from '../replay/world.ts';
import type { CauseDefinition, Change } from './definition.ts';
import type { Detection } from './detection.ts';
import { type NodePair, nodeIdentity, resourceFacts } from './node-facts.ts';
import { differs, LOOSE_GATE } from './significance.ts';
import { ms, phrase } from '../words/phrase.ts';
import { resourceName } from './words.ts';

/** The browser learnt later that it needs a resource: a preload is gone, an image is lazy, a script asks for it. */
export const lateDiscovery: CauseDefinition = {
  kind: 'late-discovery',
  nature: 'timing',
  detect(detection) {
    for (const pair of detection.pairs.slice(1)) {
      const { node } = pair;
      if (!differs(discoveryChange(pair), LOOSE_GATE)) continue;
      detection.claim({
        kind: 'late-discovery',
        identity: nodeIdentity(node),
        nodes: [node],
        switches: [nodeSwitch(node.index, 'discovery')],
        facts: { ...resourceFacts(node), time: startChange(detection, pair) },
      });
    }
  },
  summarize: ({ resource, time }) =>
    phrase(
      'lateDiscovery',
      resource ? resourceName(resource) : phrase('aResource'),
      ms(time?.current),
      ms(time?.baseline),
    ),
  advise: ({ resource }) => phrase(resource?.type === 'image' ? 'adviseEagerImage' : 'advisePreload'),
  remedy: ({ time }) => (time && time.current > time.baseline ? 'preload' : undefined),
};

/**
 * The gap to what the resource now hangs on, beside the gap it would have if it still hung on what it did. The same
 * parents leave the difference of the lags; other parents show even where both lags are short.
 */
function discoveryChange({ node, after }: NodePair): Change {
  const parents = latestMoment(node.parents[CURRENT], CURRENT);
  return { baseline: startAsBefore(node) - parents, current: after.start - parents };
}

/** When it would have been requested in the current load with the baseline's initiators and lag. */
function startAsBefore({ parents, times }: ModelNode): number {
  const known = latestMoment(parents[BASELINE], CURRENT);
  const moment = Number.isFinite(known) ? known : 0;
  return moment + (times[BASELINE]?.lag ?? 0);
}

function startChange({ model }: Detection, { node, after }: NodePair): Change {
  const firstByte = model.nodes[0]?.loads[CURRENT]?.response ?? 0;
  return { baseline: Math.max(0, startAsBefore(node) - firstByte), current: after.start - firstByte };
}
