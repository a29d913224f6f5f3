import type { KeptQuery } from '../../src/domain/page.ts';

/** Steps to choose a number from, with one of the user's own that is none of them in its place. */
export function listChoices(steps: readonly number[], chosen: number): number[] {
  return [...new Set([...steps, chosen])].sort((a, b) => a - b);
}

export const VISIT_STEPS = [30, 60, 100, 200, 300] as const;

export const PAGE_STEPS = [5, 20, 50, 100, 200] as const;

export const KEPT_QUERY_WORDS: Readonly<Record<KeptQuery, { readonly label: string; readonly why: string }>> =
  {
    none: { label: 'Nothing of it', why: '/api/search (the default)' },
    names: { label: 'The names of its parameters', why: '/api/search?q&page' },
    all: { label: 'All of it', why: '/api/search?q=shoes&page=2: may hold names, searches and session keys' },
  };
