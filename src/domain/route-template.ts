import * as v from 'valibot';
import { compilePattern, isSafePattern } from './url-pattern.ts';
import { MAX_ROUTE_TEMPLATES, MAX_TEXT_LENGTH } from './limits.ts';

/**
 * The user's own word on which addresses are one page, where the rule for ids and hashes in a path does not see it:
 * "/products/:slug" makes one page of all products, "https://shop.example/docs/*" of everything below a folder. A
 * template is a URL pattern without a regular expression; what stands in it becomes the route.
 */
export const routeTemplateSchema = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(MAX_TEXT_LENGTH),
  v.regex(/^(?:https?:\/\/[^/?#\s]+)?\/[^?#\s]*$/i, 'aRoutePath'),
  v.check(isSafePattern, 'aPlainPattern'),
);

export const routeTemplatesSchema = v.pipe(v.array(routeTemplateSchema), v.maxLength(MAX_ROUTE_TEMPLATES));

/** The route of an address, without query and fragment, by the first template that it matches. */
export function findRoute(templates: readonly string[], address: string): string | undefined {
  const template = templates.find((candidate) => compilePattern(candidate)(address));
  return template && pathOf(template);
}

/** What is stored as templates; none when it is not that. */
export function parseRouteTemplates(stored: unknown): readonly string[] {
  const parsed = v.safeParse(routeTemplatesSchema, stored);
  return parsed.success ? parsed.output : [];
}

function pathOf(template: string): string {
  return template.replace(/^https?:\/\/[^/]+/i, '');
}
