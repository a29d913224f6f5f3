/** What is wrong with an input, and why something was refused, in English. */
export const ERROR_WORDS = {
  // where, what was expected, what came
  atPlace: '$1: $2: $3',
  expectedGot: 'expected $1, got $2',
  expectedOfFile: '$1: expected $2, got $3',
  expectedAt: '$1: expected $2',
  theDocument: 'the document',
  anEmptyFile: 'an empty file',
  aValue: 'a value',
  nothing: 'nothing',
  budgetsOf: 'budgets of $1',
  anotherShape: 'another shape',
  atMostBytes: 'at most $1',
  more: 'more',

  // what a text must be; the name of each is the message of the check that asks for it
  aUrlPattern:
    'a URL pattern such as "*", "/shop/*" or "https://example.com/*", with at most two wildcards in its path and no regular expression',
  aPlainPattern: 'a URL pattern without a regular expression',
  aRoutePath: 'a path such as "/products/:slug", or an address with one',
  aRootedPath: 'a path that begins with "/"',
  oneWildcard: 'at most one "*"',
  endOnlyLast: '"$" only at the end',
  aRedactedUrl: 'a URL without query, fragment and user name',
  anHttpUrl: 'an http or https URL',

  // refusals
  tooManyBudgets: 'budget: expected at most $1 budgets, got one more',
  noBaselineOf: 'there is no baseline of $1 to change for $2',
  noNetworkLog: 'DevTools gave no network log; reload the page with DevTools open.',
  noAnswer: '$1: the worker gave no answer',
  storageNoAnswer: 'The storage does not answer; another window of the extension may hold it',
  storageNewer: 'The stored data were written by a newer version of this extension: update it',
} as const;
