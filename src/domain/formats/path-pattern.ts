/**
 * Lighthouse's budget paths are those of robots.txt: "/shop" is a prefix, one "*" stands for anything, a final "$" ends
 * the path. They are matched against path and query; ours against the path alone, because queries are not stored.
 */
const SPECIAL = /[{}()+?:\\]/g;

/** The URL pattern that matches the same paths; "*" for an absent path, "/" or "/*". */
export function importPath(path: string | undefined): string {
  if (path === undefined || path === '/' || path === '/*') return '*';
  const exact = path.endsWith('$');
  const escaped = (exact ? path.slice(0, -1) : path).replace(SPECIAL, '\\$&');
  return exact || escaped.endsWith('*') ? escaped : `${escaped}*`;
}

/** The Lighthouse path of a URL pattern, or undefined when it says more than such a path can. */
export function exportPath(pattern: string): string | undefined {
  if (pattern === '*') return '/';
  if (!pattern.startsWith('/')) return undefined;
  const isPrefix = pattern.endsWith('*');
  const plain = (isPrefix ? pattern.slice(0, -1) : pattern).replace(/\\(.)/g, '$1');
  const wildcards = plain.split('*').length - 1;
  const usesPatternSyntax = /(^|[^\\])[{}()+?:]/.test(pattern);
  if (usesPatternSyntax || wildcards > 1) return undefined;
  return isPrefix ? plain : `${plain}$`;
}

/** A URL pattern that matches exactly this text. */
export function escapePattern(text: string): string {
  return text.replace(/^([a-z]+:\/\/[^/]*)(.*)$/i, (_all, origin: string, path: string) => {
    return origin + (path || '/').replace(/[{}()+?:*\\]/g, '\\$&');
  });
}
