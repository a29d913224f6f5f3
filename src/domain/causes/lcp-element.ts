import type { Milestone } from '../replay/milestones.ts';
import type { ModelNode } from '../replay/model.ts';
import { allNodeSwitches } from '../replay/switches.ts';
import type { CauseDefinition, CauseFacts } from './definition.ts';
import { type Detection, listDelays } from './detection.ts';
import { isInBoth } from '../replay/union.ts';
import { WORLDS } from '../replay/world.ts';
import { bytes, type Phrase, phrase } from '../words/phrase.ts';
import { pathOf } from './words.ts';

/** Another element is the largest, or the same one shows another file. Comes before what else that file changed. */
export const lcpElement: CauseDefinition = {
  kind: 'lcp-element',
  nature: 'structural',
  detect(detection) {
    const milestone = detection.program.milestones.find(
      ({ source }) => source.name === 'largestContentfulPaint',
    )?.source;
    if (!milestone || !isSwapped(detection, milestone)) return;
    const nodes = WORLDS.flatMap((world) => findElementNode(detection, milestone, world) ?? []);
    const own = nodes.filter((node) => !isInBoth(node));
    const delays = listDelays(
      detection,
      (delay) => delay.owner.kind === 'other' && milestone.delays.includes(delay),
    );
    const switches = [
      detection.program.board.globals.largestPaint,
      ...delays.map((delay) => delay.switch),
      ...own.flatMap(({ index }) => allNodeSwitches(index)),
    ];
    detection.claim({ kind: 'lcp-element', nodes, switches, facts: describe(detection, milestone) });
  },
  summarize: ({ names }) =>
    phrase(
      'largestElement',
      names?.current ?? phrase('anotherOne'),
      names?.baseline ?? phrase('theOneBefore'),
    ),
  listEvidence: ({ size }) => (size ? [phrase('fileWasIs', bytes(size.baseline), bytes(size.current))] : []),
  advise: ({ resource }) => phrase(resource ? 'adviseLargestFile' : 'adviseLargestOther'),
  remedy: ({ size }) => (size && size.current > size.baseline ? 'shrink' : 'preload'),
};

function isSwapped({ model }: Detection, milestone: Milestone): boolean {
  const [before, after] = model.union.loads.map(({ snapshot }) => snapshot.vitals.largestContentfulPaint);
  if (!before || !after) return false;
  const gates = milestone.gates.filter(({ member }) => member[0] !== member[1]);
  if (gates.length > 0) return true;
  return !before.url && !after.url && before.target !== undefined && after.target !== undefined
    ? before.target !== after.target
    : false;
}

function findElementNode({ model }: Detection, { gates }: Milestone, world: 0 | 1): ModelNode | undefined {
  const gate = gates.find(({ member }) => member[world] && !member[world === 0 ? 1 : 0]);
  return gate && model.nodes[gate.node.index];
}

function describe(detection: Detection, milestone: Milestone): CauseFacts {
  const [before, after] = WORLDS.map((world) => findElementNode(detection, milestone, world));
  const [old, recent] = detection.model.union.loads.map(
    ({ snapshot }) => snapshot.vitals.largestContentfulPaint,
  );
  const resource = after?.latest.resource;
  const sizes = before && after && { baseline: before.latest.bodySize, current: after.latest.bodySize };
  return {
    ...(resource && { resource }),
    count: resource ? 1 : 0,
    ...(sizes && { size: sizes }),
    names: { baseline: nameOf(old?.url, old?.target), current: nameOf(recent?.url, recent?.target) },
  };
}

function nameOf(url: string | undefined, target: string | undefined): Phrase {
  return (url && pathOf(url)) || target || phrase('aText');
}
