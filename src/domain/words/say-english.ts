import { BUDGET_WORDS } from './english-budgets.ts';
import { CAUSE_WORDS } from './english-causes.ts';
import type { Phrase } from './phrase.ts';
import { speakEnglish } from './speak-english.ts';

/** A phrase about a cause as reports and the command line say it: the same on every machine, whatever its language. */
export function sayCause(said: Phrase): string {
  return speakEnglish(said, CAUSE_WORDS);
}

/** The same about a budget; apart from causes, so that who speaks of those only does not carry these words. */
export function sayBudget(said: Phrase): string {
  return speakEnglish(said, BUDGET_WORDS);
}
