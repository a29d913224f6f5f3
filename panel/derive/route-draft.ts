import * as v from 'valibot';
import { MAX_ROUTE_TEMPLATES } from '../../src/domain/limits.ts';
import { findRoute, routeTemplateSchema } from '../../src/domain/route-template.ts';

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
  text: string,
  known: readonly string[],
  addresses: readonly string[],
): RouteDraft {
  const nothing = { matches: [], more: 0 };
  if (text.trim() === '') return nothing;
  const parsed = v.safeParse(routeTemplateSchema, text);
  if (!parsed.success) return { ...nothing, problem: `${parsed.issues[0].message}.` };
  if (known.includes(parsed.output)) return { ...nothing, problem: 'This template is there already.' };
  if (known.length >= MAX_ROUTE_TEMPLATES)
    return { ...nothing, problem: `There are ${MAX_ROUTE_TEMPLATES} templates already.` };
  const found = addresses.filter((address) => findRoute([parsed.output], address) !== undefined);
  return {
    template: parsed.output,
    matches: found.slice(0, MOST_MATCHES).map((address) => address.replace(/^https?:\/\//, '')),
    more: Math.max(0, found.length - MOST_MATCHES),
  };
}
