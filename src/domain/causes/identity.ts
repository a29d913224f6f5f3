import { templatePath } from '../match/template-path.ts';
import { parseHttpUrl } from '../page.ts';
import type { Resource } from '../snapshot.ts';

/**
 * The name under which a resource is the same in every load of one build. API calls and pixels have ids in their paths
 * that differ from load to load; files do not, and two files must not become one.
 */
export function identityOf({ url, type }: Pick<Resource, 'url' | 'type'>): string {
  if (type !== 'fetch' && type !== 'other') return url;
  const parsed = parseHttpUrl(url);
  return parsed ? parsed.origin + templatePath(parsed.pathname) : url;
}
