/** Does the URL match? Throws a TypeError for what is no URL pattern. */
export function matchesPattern(pattern: string, url: string): boolean {
  return compilePattern(pattern)(url);
}

/** The pattern as a test, for many URLs. Throws a TypeError for what is no URL pattern. */
export function compilePattern(pattern: string): (url: string) => boolean {
  if (pattern === '*') return () => true;
  const compiled = pattern.startsWith('/') ? new URLPattern({ pathname: pattern }) : new URLPattern(pattern);
  return (url) => compiled.test(url);
}

/** A parenthesis opens a regular expression, and one that backtracks could hold up whoever imports it for hours. */
const REGULAR_EXPRESSION = /(^|[^\\])\(/;

/** Is it a URL pattern, and one that takes no time to match? */
export function isSafePattern(pattern: string): boolean {
  if (REGULAR_EXPRESSION.test(pattern)) return false;
  try {
    compilePattern(pattern);
    return true;
  } catch {
    return false;
  }
}
