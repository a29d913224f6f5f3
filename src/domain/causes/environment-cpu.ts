import { nodeSwitch } from '../replay/switches.ts';
import type { CauseDefinition } from './definition.ts';
import { type Detection, listDelays } from './detection.ts';
import { findProcessorFactor } from './processor-factor.ts';
import { hasSameDocument } from './same-document.ts';
import { differs, LOOSE_GATE } from './significance.ts';
import { count, factorOf, ms, phrase } from '../words/phrase.ts';

/** Everything the main thread does took longer by one factor: the machine, not the page. */
export const environmentCpu: CauseDefinition = {
  kind: 'environment-cpu',
  nature: 'timing',
  detect(detection) {
    const { program, parserShift } = detection;
    const factor = findProcessorFactor(detection);
    if (!factor) return claimSlowParser(detection);
    program.environment.processor = factor.execution;
    detection.claim({
      kind: 'environment-cpu',
      switches: [
        program.board.globals.processor,
        nodeSwitch(0, 'execution'),
        ...listDelays(detection, () => true).map((delay) => delay.switch),
        ...(parserShift?.switches ?? []),
      ],
      facts: { count: 0, factor: factor.overall },
    });
  },
  summarize: ({ factor = 1, time }) => {
    if (time) {
      const key = time.current > time.baseline ? 'machineSlowerParse' : 'machineFasterParse';
      return phrase(key, ms(time.current), ms(time.baseline));
    }
    return factor > 1
      ? phrase('machineSlower', factorOf(factor))
      : phrase('machineFaster', count(factor * 100));
  },
  advise: () => phrase('adviseEqualMachine'),
};

/**
 * The same document with the same elements is parsed, and its first paint rendered, by the same work. Where only that
 * took longer, the machine was slower for that long.
 */
function claimSlowParser(detection: Detection): void {
  const { parserShift, model } = detection;
  const [before, after] = model.union.loads;
  const parse = { baseline: before.parse, current: after.parse };
  const time = differs(parse, LOOSE_GATE) ? parse : parserShift?.lag;
  if (!time || !hasSameDocument(detection)) return;
  const slower = Math.sign(time.current - time.baseline);
  const waits = listDelays(
    detection,
    ({ owner, time: [was, is] }) =>
      owner.kind === 'other' &&
      (is - was) * slower > 0 &&
      differs({ baseline: Math.max(0, was), current: Math.max(0, is) }, LOOSE_GATE),
  );
  detection.claim({
    kind: 'environment-cpu',
    switches: [
      ...(time === parse ? [nodeSwitch(0, 'execution')] : []),
      ...waits.map((delay) => delay.switch),
      ...(parserShift?.switches ?? []),
    ],
    facts: { count: 0, time },
  });
}
