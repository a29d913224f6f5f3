import { expect } from '@playwright/test';
import { compareVariant } from '../../bench/agreement/compare-variant.ts';
import { formatComparison } from '../../bench/agreement/format-comparisons.ts';
import { measureVariant } from '../../bench/agreement/measure-variant.ts';
import { VARIANTS } from '../../bench/agreement/variants/variants.ts';
import { test } from './bench.fixture.ts';

/** One of each kind; `npm run bench:agreement` has all. */
const SHORT_FORM = new Set([
  'image',
  'click-slow',
  'third-party-without-tao',
  'cached',
  'hidden-start',
  'prerender',
  'soft-navigation',
  'long-tasks-after-paint',
]);

for (const variant of VARIANTS.filter(({ name }) => SHORT_FORM.has(name))) {
  test(`${variant.name}: what is stored agrees with the page's own web-vitals, the network and the trace`, async ({
    bench,
  }) => {
    const comparisons = compareVariant(variant, await measureVariant(bench, variant));
    expect(comparisons.filter(({ agrees }) => !agrees).map(formatComparison)).toEqual([]);
    expect(comparisons.length).toBeGreaterThan(4);
  });
}
