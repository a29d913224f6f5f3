import { nodeSwitch } from '../replay/switches.ts';
import { listCensoredDelays } from './censored-delays.ts';
import type { CauseDefinition } from './definition.ts';
import {
  delaysOfNode,
  type Detection,
  executionsDelayedBy,
  listDelays,
  type PlacedDelay,
} from './detection.ts';
import { executionChange, executionGrew, mainThreadChange } from './execution-change.ts';
import { nodeIdentity, resourceFacts } from './node-facts.ts';
import { executionDiffers, workDiffers } from './significance.ts';
import { ms, phrase } from '../words/phrase.ts';
import { resourceName } from './words.ts';

/** A script of unchanged size keeps the main thread longer. */
export const scriptExecution: CauseDefinition = {
  kind: 'script-execution',
  nature: 'timing',
  detect(detection) {
    for (const pair of detection.pairs.slice(1)) {
      if (!executionGrew(detection, pair)) continue;
      const { index } = pair.node;
      const topLevel = executionChange(detection, pair);
      const time = executionDiffers(topLevel) ? topLevel : mainThreadChange(detection, pair);
      detection.claim({
        kind: 'script-execution',
        identity: nodeIdentity(pair.node),
        nodes: [pair.node],
        switches: [
          nodeSwitch(index, 'execution'),
          ...delaysOfNode(detection, index).map((delay) => delay.switch),
          ...listCensoredDelays(detection, pair).map((delay) => delay.switch),
          ...executionsDelayedBy(detection, (owner) => owner.kind === 'node' && owner.node.index === index),
        ],
        facts: { ...resourceFacts(pair.node), time },
      });
    }
    for (const [source, delays] of groupBySource(detection)) claimSource(detection, source, delays);
  },
  summarize: ({ resource, time, names }) =>
    phrase(
      'runsFor',
      resource ? resourceName(resource) : (names?.current ?? phrase('aScript')),
      ms(time?.current),
      ms(time?.baseline),
    ),
  advise: ({ resource }) => phrase(resource?.party === 'third' ? 'adviseThirdScript' : 'adviseSplitTasks'),
  remedy: ({ time }) => (time && time.current > time.baseline ? 'less-work' : undefined),
};

/** Scripts that long frames name and Resource Timing does not: blobs, extensions of the page, evaluated code. */
function groupBySource(detection: Detection): Map<string, PlacedDelay[]> {
  const groups = new Map<string, PlacedDelay[]>();
  for (const placed of listDelays(detection, ({ owner }) => owner.kind === 'source')) {
    const { owner } = placed.delay;
    if (owner.kind !== 'source') continue;
    groups.set(owner.source, [...(groups.get(owner.source) ?? []), placed]);
  }
  return groups;
}

function claimSource(detection: Detection, source: string, delays: readonly PlacedDelay[]): void {
  const [longest] = delays.toSorted((a, b) => Math.max(...b.delay.time) - Math.max(...a.delay.time));
  const total = detection.model.union.loads.map(({ tasks }) =>
    tasks.filter((task) => task.source === source).reduce((sum, { duration }) => sum + duration, 0),
  );
  const time = { baseline: total[0] ?? 0, current: total[1] ?? 0 };
  if (!longest || !workDiffers(time)) return;
  detection.claim({
    kind: 'script-execution',
    identity: source,
    switches: delays.map((delay) => delay.switch),
    facts: { count: 0, time, names: { current: source || phrase('unnamedScript') } },
  });
}
