import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { MAX_URL_LENGTH } from './limits.ts';
import { parsePage, redactUrl } from './page.ts';

const SECRET = 'hunter2';

const piece = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('%00', '%zz', '\u202E', '\uD800', '..', '@', ':', '//', 'x'.repeat(3000)),
);

const url = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc
    .tuple(
      fc.constantFrom(
        'http://h',
        'https://h:8080',
        'HTTP://H',
        'data:',
        'blob:http://h',
        'file://',
        'javascript:',
      ),
      fc.array(piece, { maxLength: 6 }),
    )
    .map(([start, pieces]) => `${start}/${pieces.join('/')}`),
  fc.string({ unit: 'binary' }),
);

it('redacts any text, within its bound, and finds nothing more to redact', () => {
  fc.assert(
    fc.property(url, (text) => {
      const redacted = redactUrl(text);
      expect(redacted.length).toBeLessThanOrEqual(MAX_URL_LENGTH);
      expect(redactUrl(redacted)).toBe(redacted);
      expect(redacted).not.toMatch(/[?#]/);
    }),
    { numRuns: 2000 },
  );
});

it('leaves nothing of query, fragment and userinfo', () => {
  fc.assert(
    fc.property(fc.webPath(), fc.webQueryParameters(), (path, query) => {
      const text = `http://${SECRET}:${SECRET}@h${path}?${SECRET}=${query}#${SECRET}`;
      expect(redactUrl(text)).not.toContain(SECRET);
    }),
    { numRuns: 500 },
  );
});

it('puts a redacted URL on the page of the URL it came from', () => {
  fc.assert(
    fc.property(url, (text) => {
      const redacted = redactUrl(text);
      if (redacted.length < MAX_URL_LENGTH) expect(parsePage(redacted)).toEqual(parsePage(text));
    }),
    { numRuns: 2000 },
  );
});
