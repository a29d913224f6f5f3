import type { CounterName } from '../../src/store/schema.ts';
import { formatPlural } from '../format.ts';

const NOTES: Readonly<Record<CounterName, (count: number) => string>> = {
  coalesced: (count) => `${formatPlural(count, 'load')} came too fast and gave way to a newer one`,
  dropped: (count) => `${formatPlural(count, 'load')} dropped because the queue was full`,
  refused: (count) => `${formatPlural(count, 'message')} refused as malformed`,
  evicted: (count) => `${formatPlural(count, 'old load')} removed to stay within the storage limit`,
};

/** What was not kept, in words; nothing when everything was. */
export function deriveCounterNotes(
  counters: { readonly [Name in CounterName]?: number },
  waiting: number,
): string[] {
  const notes = (Object.keys(NOTES) as CounterName[]).flatMap((name) => {
    const count = counters[name] ?? 0;
    return count > 0 ? [`${NOTES[name](count)}.`] : [];
  });
  return waiting > 0 ? [`${formatPlural(waiting, 'load')} waiting to be judged.`, ...notes] : notes;
}
