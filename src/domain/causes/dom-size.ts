import { nodeSwitch } from '../replay/switches.ts';
import type { CauseDefinition, Change } from './definition.ts';
import { executionsDelayedBy, listDelays } from './detection.ts';
import { resourceFacts } from './node-facts.ts';
import { shiftedBy } from './parser-shift.ts';
import { countText, sizeText } from './words.ts';

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
  summarize: ({ elements }) =>
    `the page has ${countText(elements?.current ?? 0)} elements instead of ${countText(elements?.baseline ?? 0)}`,
  listEvidence: ({ size }) =>
    size && size.current > 0
      ? [`The document was ${sizeText(size.baseline)} over the network and is ${sizeText(size.current)}.`]
      : [],
  advise: () => 'Render only what is seen first: page long lists, or use content-visibility for the rest.',
};

export function hasDomChanged({ baseline, current }: Change): boolean {
  return Math.max(baseline, current) > GROWTH * Math.min(baseline, current) + FEWEST;
}

export function readElements([baseline, current]: readonly (number | undefined)[]): Change | undefined {
  return baseline && current ? { baseline, current } : undefined;
}
