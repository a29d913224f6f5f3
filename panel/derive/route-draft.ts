import * as v from 'valibot';
import { MAX_ROUTE_TEMPLATES, MAX_TEXT_LENGTH } from '../../src/domain/limits.ts';
import { findRoute, routeTemplateSchema } from '../../src/domain/route-template.ts';

import { formatCount } from '../format.ts';
import { type MessageKey, text } from '../text.ts';

/** A template as it is being typed, and what it would do. */
export interface RouteDraft {
  /** As it would be saved. */
  readonly template?: string;
  /** What is wrong with it; absent while nothing is typed. */
  readonly problem?: string;
  /** Addresses measured so far that it makes one page of, without the scheme; the first few. */
  readonly matches: readonly string[];
  readonly more: number;
}

const MOST_MATCHES = 5;

/** `addresses` are those of stored pages: origin and route. */
export function deriveRouteDraft(
  typed: string,
  known: readonly string[],
  addresses: readonly string[],
): RouteDraft {
  const nothing = { matches: [], more: 0 };
  if (typed.trim() === '') return nothing;
  const parsed = v.safeParse(routeTemplateSchema, typed);
  if (!parsed.success) {
    const [{ type, message }] = parsed.issues;
    // Checks of our own have the name of their words as their message.
    const key = type === 'max_length' ? 'noLongerThan' : (message as MessageKey);
    return { ...nothing, problem: text('expectedWhat', text(key, formatCount(MAX_TEXT_LENGTH))) };
  }
  if (known.includes(parsed.output)) return { ...nothing, problem: text('templateKnown') };
  if (known.length >= MAX_ROUTE_TEMPLATES)
    return { ...nothing, problem: text('templatesFull', formatCount(MAX_ROUTE_TEMPLATES)) };
  const found = addresses.filter((address) => findRoute([parsed.output], address) !== undefined);
  return {
    template: parsed.output,
    matches: found.slice(0, MOST_MATCHES).map((address) => address.replace(/^https?:\/\//, '')),
    more: Math.max(0, found.length - MOST_MATCHES),
  };
}
