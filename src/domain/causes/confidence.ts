import type { Cause, MetricDiff } from '../cause.ts';
import { count, type Phrase, phrase, phraseOfCount } from '../words/phrase.ts';

/** From as many loads on the current side their agreement is worth a word. */
const FEWEST = 3;

/** How sure a cause is, in words: what several loads confirm is told from what a single pair shows. */
export function phraseConfidence(
  { confidence }: Pick<Cause, 'confidence'>,
  { current: { n } }: Pick<MetricDiff, 'current'>,
): Phrase {
  if (confidence === 'low') return phrase('possible');
  if (confidence === 'medium') return phrase('likely');
  return n >= FEWEST ? phraseOfCount('confirmedBy', n, count(n)) : phrase('clearFromThese');
}
