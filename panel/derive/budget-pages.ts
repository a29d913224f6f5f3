import * as v from 'valibot';
import { budgetSchema, compilePattern, matchesPattern } from '../../src/domain/budget.ts';
import { formatCount } from '../format.ts';
import { text, textOfCount } from '../text.ts';

/** Does a pattern match? One that is still being typed, and is none yet, matches nothing. */
export function matchesDraft(pattern: string, url: string): boolean {
  const trimmed = pattern.trim();
  return v.is(budgetSchema.entries.pattern, trimmed) && matchesPattern(trimmed, url);
}

/** A line holds about three paths; the number says the rest. */
const MOST_NAMED = 3;

/**
 * Which of the stored pages a pattern matches, in a line: "Matches 2 of 5 stored pages: /shop/a, /shop/b". Undefined for
 * a pattern that is none (yet) and while nothing is stored. Pages are matched by their key, in which volatile parts of
 * the path are templates.
 */
export function previewPattern(
  pattern: string,
  pages: readonly { readonly key: string }[],
): string | undefined {
  const trimmed = pattern.trim();
  if (pages.length === 0 || !v.is(budgetSchema.entries.pattern, trimmed)) return undefined;
  const matches = compilePattern(trimmed);
  const matched = pages.filter(({ key }) => matches(key));
  if (matched.length === 0) return textOfCount('patternNone', pages.length);
  if (trimmed === '*') return textOfCount('patternAll', pages.length);
  const paths = matched.slice(0, MOST_NAMED).map(({ key }) => key.replace(/^https?:\/\//, ''));
  const more = matched.length - paths.length;
  const named = more > 0 ? text('andMore', paths.join(', '), formatCount(more)) : paths.join(', ');
  return textOfCount('patternSome', pages.length, [
    formatCount(pages.length),
    formatCount(matched.length),
    named,
  ]);
}
