import { nodeSwitch } from '../replay/switches.ts';
import type { CauseDefinition, Change } from './definition.ts';
import { executionsDelayedBy, listDelays } from './detection.ts';
import { resourceFacts } from './node-facts.ts';
import { shiftedBy } from './parser-shift.ts';
import { bytes, count, phrase } from '../words/phrase.ts';

/** A fifth, and at least 200 elements: less does not show in parsing or layout. */
const GROWTH = 1.2;
const FEWEST = 200;

/** The document has many more elements, or many fewer, to download, parse and lay out. */
export const domSize: CauseDefinition = {
  kind: 'dom-size',
  nature: 'structural',
  detect(detection) {
    const [document] = detection.model.nodes;
    const elements = readElements(
      detection.model.union.loads.map(({ snapshot }) => snapshot.document.elements),
    );
    if (!document || !elements || !hasDomChanged(elements)) return;
    const layout = listDelays(detection, ({ owner }) => owner.kind === 'layout');
    const [before, after] = document.loads;
    detection.claim({
      kind: 'dom-size',
      nodes: [document],
      switches: [
        nodeSwitch(0, 'work'),
        nodeSwitch(0, 'execution'),
        ...layout.map((delay) => delay.switch),
        ...executionsDelayedBy(detection, ({ kind }) => kind === 'layout'),
        ...shiftedBy(detection, { baseline: before?.download ?? 0, current: after?.download ?? 0 }),
      ],
      facts: {
        ...resourceFacts(document),
        elements,
        size: { baseline: before?.transferSize ?? 0, current: after?.transferSize ?? 0 },
      },
    });
  },
  summarize: ({ elements }) => phrase('domSize', count(elements?.current), count(elements?.baseline)),
  listEvidence: ({ size }) =>
    size && size.current > 0 ? [phrase('documentWasIs', bytes(size.baseline), bytes(size.current))] : [],
  advise: () => phrase('adviseRenderLess'),
};

export function hasDomChanged({ baseline, current }: Change): boolean {
  return Math.max(baseline, current) > GROWTH * Math.min(baseline, current) + FEWEST;
}

export function readElements([baseline, current]: readonly (number | undefined)[]): Change | undefined {
  return baseline && current ? { baseline, current } : undefined;
}
