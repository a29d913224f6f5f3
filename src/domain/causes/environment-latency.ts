import { nodeSwitch, type Switch } from '../replay/switches.ts';
import { median } from '../statistics.ts';
import type { CauseDefinition } from './definition.ts';
import type { Detection } from './detection.ts';
import { ms, phrase } from '../words/phrase.ts';

/** A shift of all server times below this is the weather. */
const SHIFT = 20;
const FEWEST = 5;

/** Share of resources that must agree on the shift: of many a few may differ, of few hardly one. */
const AGREEING = { many: 0.65, few: 0.8, manyFrom: 8 };

/** Every server, the document's too, took longer by one amount: the way to them, not the page. */
export const environmentLatency: CauseDefinition = {
  kind: 'environment-latency',
  nature: 'timing',
  detect(detection) {
    const shift = findShift(detection);
    if (shift === undefined) return;
    detection.program.environment.latency = shift;
    const switches = [detection.program.board.globals.latency, ...listConnections(detection, shift)];
    const time = shift > 0 ? { baseline: 0, current: shift } : { baseline: -shift, current: 0 };
    detection.claim({ kind: 'environment-latency', switches, facts: { count: 0, time } });
  },
  summarize: ({ time }) =>
    time && time.current > time.baseline
      ? phrase('responsesLater', ms(time.current))
      : phrase('responsesEarlier', ms(time?.baseline)),
  advise: () => phrase('adviseEqualServer'),
};

/** A handshake takes one to three round trips: what grew by that many shifts is part of the same change. */
const MOST_ROUND_TRIPS = 3.5;

function listConnections({ pairs }: Detection, shift: number): Switch[] {
  return pairs.flatMap(({ node, before, after }) => {
    const trips = (after.queue - after.stalled - (before.queue - before.stalled)) / shift;
    return trips > 0.5 && trips < MOST_ROUND_TRIPS ? [nodeSwitch(node.index, 'queue')] : [];
  });
}

/** API calls are left out: what they take is their own work. */
function findShift({ pairs }: Detection): number | undefined {
  const document = pairs.find(({ node }) => node.index === 0);
  const shifts = pairs
    .filter(
      ({ node, before, after }) =>
        node.index > 0 && before.type !== 'fetch' && !before.opaque && !after.opaque,
    )
    .filter(({ before, after }) => !before.cached && !after.cached)
    .map(({ before, after }) => after.server - before.server);
  if (shifts.length < FEWEST || !document) return undefined;
  const shift = median(shifts);
  const ofDocument = document.after.server - document.before.server;
  if (Math.abs(shift) <= SHIFT || ofDocument * shift <= 0) return undefined;
  if (Math.abs(ofDocument) <= 0.5 * Math.abs(shift)) return undefined;
  const tolerance = Math.max(10, 0.4 * Math.abs(shift));
  const agreeing = shifts.filter((value) => Math.abs(value - shift) <= tolerance).length / shifts.length;
  const needed = shifts.length >= AGREEING.manyFrom ? AGREEING.many : AGREEING.few;
  return agreeing >= needed ? shift : undefined;
}
