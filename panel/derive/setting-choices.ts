import type { KeptQuery } from '../../src/domain/page.ts';
import type { MessageKey } from '../text.ts';

/** Steps to choose a number from, with one of the user's own that is none of them in its place. */
export function listChoices(steps: readonly number[], chosen: number): number[] {
  return [...new Set([...steps, chosen])].sort((a, b) => a - b);
}

export const VISIT_STEPS = [30, 60, 100, 200, 300] as const;

export const PAGE_STEPS = [5, 20, 50, 100, 200] as const;

/** What each choice is called, and what is left of an example. */
export const KEPT_QUERY_WORDS: Readonly<
  Record<KeptQuery, { readonly label: MessageKey; readonly why: MessageKey }>
> = {
  none: { label: 'keptQueryNone', why: 'keptQueryNoneWhy' },
  names: { label: 'keptQueryNames', why: 'keptQueryNamesWhy' },
  all: { label: 'keptQueryAll', why: 'keptQueryAllWhy' },
};
