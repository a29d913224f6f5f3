import type { CounterName } from '../../src/store/schema.ts';
import { type PluralKey, textOfCount } from '../text.ts';

const NOTES: Readonly<Record<CounterName, PluralKey>> = {
  coalesced: 'lostCoalesced',
  dropped: 'lostDropped',
  refused: 'lostRefused',
  evicted: 'lostEvicted',
};

/** What was not kept, in words; nothing when everything was. */
export function deriveCounterNotes(
  counters: { readonly [Name in CounterName]?: number },
  waiting: number,
): string[] {
  const notes = (Object.keys(NOTES) as CounterName[]).flatMap((name) => {
    const count = counters[name] ?? 0;
    return count > 0 ? [textOfCount(NOTES[name], count)] : [];
  });
  return waiting > 0 ? [textOfCount('waitingLoads', waiting), ...notes] : notes;
}
