import { BUDGET_WORDS } from './english-budgets.ts';
import { CAUSE_WORDS } from './english-causes.ts';
import { ERROR_WORDS } from './english-errors.ts';
import { STORE_WORDS } from './english-store.ts';

/**
 * The domain's words in English: for reports and the command line, which speak nothing else, and for the panel, whose
 * texts in other languages have the same keys. `$1` to `$9` are filled in; `_one` and `_other` are forms for a number.
 */
export const ENGLISH = { ...CAUSE_WORDS, ...BUDGET_WORDS, ...ERROR_WORDS, ...STORE_WORDS } as const;
