import type { CauseDefinition } from './definition.ts';
import { executionsDelayedBy, listDelays } from './detection.ts';
import { differs, LAYOUT_GATE } from './significance.ts';
import { ms, phrase } from '../words/phrase.ts';

/** Style and layout take longer, with about as many elements as before. */
export const styleLayout: CauseDefinition = {
  kind: 'style-layout',
  nature: 'timing',
  detect(detection) {
    const delays = listDelays(detection, ({ owner }) => owner.kind === 'layout');
    const changes = delays.map(({ delay }) => ({ baseline: delay.time[0], current: delay.time[1] }));
    const [largest] = changes.toSorted(
      (a, b) => Math.abs(b.current - b.baseline) - Math.abs(a.current - a.baseline),
    );
    if (!largest || !differs(largest, LAYOUT_GATE)) return;
    const switches = [
      ...delays.map((delay) => delay.switch),
      ...executionsDelayedBy(detection, ({ kind }) => kind === 'layout'),
    ];
    detection.claim({ kind: 'style-layout', switches, facts: { count: 0, time: largest } });
  },
  summarize: ({ time }) => phrase('styleAndLayout', ms(time?.current), ms(time?.baseline)),
  advise: () => phrase('adviseSelectors'),
};
