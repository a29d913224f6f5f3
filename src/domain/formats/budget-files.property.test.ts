import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Budget, compilePattern } from '../budget.ts';
import { InputError } from '../parse-report.ts';
import { listPlaces, replaceValue } from '../tamper.fixture.ts';
import { parseBudgetFile, serializeBudgets } from './budget-file.ts';
import { BUDGET_FORMATS, type BudgetFormat } from './budget-format.ts';

/** Files of each kind as their tools write them. */
const FILES: { [Format in BudgetFormat]: unknown } = {
  pbm: [{ id: 'a', name: 'A', pattern: '/shop/*', limits: [limitOf('load'), limitOf('requests')] }],
  lighthouse: [
    {
      path: '/shop/',
      resourceSizes: [{ resourceType: 'script', budget: 125 }],
      resourceCounts: [{ resourceType: 'third-party', budget: 10 }],
      timings: [{ metric: 'first-contentful-paint', budget: 1500, tolerance: 20 }],
    },
  ],
  lhci: {
    ci: {
      assert: {
        assertions: {
          'first-contentful-paint': ['error', { maxNumericValue: 2000 }],
          'resource-summary:script:size': ['error', { maxNumericValue: 125_000 }],
        },
        assertMatrix: [{ matchingUrlPattern: '.*', assertions: { interactive: 'off' } }],
      },
    },
  },
  sitespeed: {
    budget: {
      timings: { firstPaint: 1000 },
      requests: { total: 89 },
      transferSize: { javascript: 150_000 },
      'https://shop.test/cart': { requests: { total: 40 } },
    },
  },
};

const oddity = fc.oneof(
  fc.anything({ maxDepth: 2, withNullPrototype: false }),
  fc.constantFrom(-1, 1e308, 0.5, '', '__proto__', '(a+)+$', '\\', '/*a*a*a*b', '[', '://', 'x'.repeat(5000)),
  fc.constant(JSON.parse('{"__proto__": {"polluted": true}}')),
);

const change = fc.record({ place: fc.nat(), value: oddity, asName: fc.boolean() });

describe.each(BUDGET_FORMATS)('a budget file of %s', (format) => {
  it('is read, or refused in one line, whatever value or name in it was changed', () => {
    let taken = 0;
    let refused = 0;
    fc.assert(
      fc.property(change, (changed) => {
        const text = JSON.stringify(tamper(FILES[format], changed));
        try {
          expectSound(parseBudgetFile(text, 'budget.json').value);
          taken++;
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
          expect((error as Error).message).toMatch(/^budget\.json: [^\n]+$/);
          refused++;
        }
        expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
      }),
      { numRuns: 500 },
    );
    expect(Math.min(taken, refused)).toBeGreaterThan(0);
  });

  it('comes back from its own format as it went there', () => {
    const { value } = parseBudgetFile(JSON.stringify(FILES[format]), 'budget.json');
    const once = serializeBudgets(value, format).value;
    const again = parseBudgetFile(once, 'budget.json').value;
    expect(serializeBudgets(again, format).value).toBe(once);
  });
});

const piece = fc.constantFrom(
  '/',
  '*',
  'a',
  ':x',
  ':y',
  '-',
  '{a}?',
  '{a}*',
  '?',
  '+',
  '\\*',
  '\\\\',
  '(a+)',
  '#',
);

it('takes no pattern that holds up whoever imports it', () => {
  let taken = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const budget = { id: 'a', name: 'A', pattern: `/${pieces.join('')}`, limits: [] };
      let budgets: readonly Budget[];
      try {
        budgets = parseBudgetFile(JSON.stringify([budget, FILES.pbm].flat()), 'budget.json').value;
      } catch {
        return;
      }
      taken++;
      const start = performance.now();
      for (const { pattern } of budgets) {
        for (const text of ['a', '-', '/a']) compilePattern(pattern)(`http://h/${text.repeat(1000)}!`);
      }
      // At the worst it takes some milliseconds; what backtracks takes many seconds.
      expect(performance.now() - start, budget.pattern).toBeLessThan(2_000);
    }),
    {
      numRuns: 1000,
      examples: [[['*', 'a', '*', 'a', '*', 'b']], [['\\\\', '(a+)']], [[':x', '-', ':y', '-', ':x']]],
    },
  );
  expect(taken).toBeGreaterThan(50);
});

function limitOf(metric: string): object {
  return { type: 'absolute', target: { kind: 'metric', metric }, max: 10 };
}

function expectSound(budgets: readonly Budget[]): void {
  for (const { pattern, limits } of budgets) {
    expect(() => compilePattern(pattern)).not.toThrow();
    for (const limit of limits) {
      const most = limit.type === 'absolute' ? limit.max : limit.maxIncrease;
      expect(Number.isFinite(most) && most >= 0).toBe(true);
    }
  }
}

/** The document with one of its values, or one of its names, replaced. */
function tamper(
  document: unknown,
  { place, value, asName }: { place: number; value: unknown; asName: boolean },
) {
  if (!asName) return replaceValue(document, place, value);
  const copy = structuredClone(document);
  const named = listPlaces(copy).filter(([owner]) => !Array.isArray(owner));
  const [owner, name] = named[place % named.length] ?? [{}, ''];
  Object.defineProperty(owner, String(value), { value: owner[name], enumerable: true, configurable: true });
  delete owner[name];
  return copy;
}
