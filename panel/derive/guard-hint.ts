import type { JudgedVisit } from '../../src/domain/select-baseline.ts';
import { formatRelative } from '../format.ts';
import { text } from '../text.ts';

/** With a smaller baseline every machine looks noisy: too little is known. */
const LEAST_BASELINE = 10;

/** A calm machine lets a change of a quarter be seen; one that hides less than this needs no help. */
const NOISY_ABOVE = 0.4;

/**
 * Why loads that begin on a busy machine had better be left out, where they scatter so much that it would help;
 * undefined elsewhere.
 */
export function deriveGuardHint({ judgement }: JudgedVisit): string | undefined {
  const { baseline, minimumDetectable } = judgement.pageSpeed ?? {};
  if (!baseline || baseline.n < LEAST_BASELINE || minimumDetectable === undefined) return undefined;
  if (minimumDetectable <= NOISY_ABOVE * baseline.value) return undefined;
  return text('pageScatters', formatRelative(minimumDetectable, baseline.value) ?? '');
}
