import { sayBudget } from '../words/say-english.ts';
import { describe, expect, it } from 'vitest';
import { type Budget, targetKey } from '../budget.ts';
import { parseBudgetFile, serializeBudgets } from './budget-file.ts';
import {
  LHCI_GUIDE,
  LIGHTHOUSE_GUIDE,
  SITESPEED_GUIDE,
  SITESPEED_OLD_GUIDE,
} from './published-budgets.fixture.ts';

const read = (input: unknown) => parseBudgetFile(JSON.stringify(input), 'file.json');

/** "pattern target ≤ max", in milliseconds, bytes or requests. */
function listMeaning(budgets: readonly Budget[]): string[] {
  return budgets.flatMap(({ pattern, limits }) =>
    limits.map((limit) => {
      const max = limit.type === 'absolute' ? String(limit.max) : `baseline + ${limit.maxIncrease}`;
      return `${pattern} ${targetKey(limit.target)} ≤ ${max}`;
    }),
  );
}

describe('a budget.json as the Lighthouse guides show it', () => {
  const { value, lost, format } = read(LIGHTHOUSE_GUIDE);

  it('means what it means there: KiB, milliseconds, the last match whole', () => {
    expect(format).toBe('lighthouse');
    expect(listMeaning(value)).toEqual([
      '* unmeasurable:interactive ≤ 3200',
      '* unmeasurable:first-meaningful-paint ≤ 1100',
      '* largestContentfulPaint ≤ 2400',
      '* resources:script:any:transferSize ≤ 133120',
      '* transferSize ≤ 328192',
      '* resources:total:third:requests ≤ 12',
      '/checkout resources:font:any:transferSize ≤ 92160',
    ]);
    expect(value.every(({ replacesEarlier }) => replacesEarlier)).toBe(true);
  });

  it('says what is lost', () => {
    expect(lost.map(sayBudget)).toEqual([
      '[0].timings[0].tolerance: Lighthouse knows no such key; left out',
      "[1].options.firstPartyHostnames: first party is the page's registrable domain here",
    ]);
  });
});

describe('a configuration as the Lighthouse CI guide shows it', () => {
  const { value, lost, format } = read(LHCI_GUIDE);

  it('means what it means there: bytes, and only what fails a build', () => {
    expect(format).toBe('lhci');
    expect(listMeaning(value)).toEqual([
      '* largestContentfulPaint ≤ 2600',
      '* resources:stylesheet:any:transferSize ≤ 60000',
      '/news/* largestContentfulPaint ≤ 2000',
      '/news/* user-timing:app-ready ≤ 700',
    ]);
  });

  it('says what is lost', () => {
    expect(lost.map(sayBudget)).toEqual([
      "preset of .*: presets assert Lighthouse's audits; left out",
      'matchingUrlPattern (a|b)+: not a pattern a URL pattern can say; left out',
      'largest-contentful-paint: aggregationMethod median: every load is judged here',
      'user-timings:app-ready: names are in kebab case there; the mark or measure must be called just so here',
      "color-contrast: an audit of Lighthouse's own; left out",
      'total-byte-weight: only a warning there, and a budget here would fail; left out',
      'largestContentfulPaint: has several limits; where all match, the last one counts here',
    ]);
  });
});

describe('a budget as the sitespeed.io documentation shows it', () => {
  const { value, lost, format } = read(SITESPEED_GUIDE);

  it('means what it means there: milliseconds and bytes, URLs over the defaults', () => {
    expect(format).toBe('sitespeed');
    expect(listMeaning(value)).toEqual([
      '* largestContentfulPaint ≤ 2600',
      '* totalBlockingTime ≤ 250',
      '* timeToFirstByte ≤ 500',
      '* unmeasurable:firstPaint ≤ 1200',
      '* unmeasurable:fullyLoaded ≤ 2500',
      '* unmeasurable:SpeedIndex ≤ 1400',
      '* longTasks ≤ 4',
      '* requests ≤ 95',
      '* resources:script:any:requests ≤ 12',
      '* transferSize ≤ 450000',
      '* resources:image:any:transferSize ≤ 210000',
      '* resources:stylesheet:any:decodedSize ≤ 90000',
      '* resources:total:first:requests ≤ 60',
      '* resources:total:third:transferSize ≤ 1200',
      '* resources:total:third:requests ≤ 2',
      '* user-timing:heroShown ≤ 900',
      'https://www.example.com/news/ requests ≤ 70',
    ]);
  });

  it('says what is lost', () => {
    expect(lost.map(sayBudget)).toEqual([
      'googleWebVitals.timeToFirstByte: its back-end time there, Time to First Byte here',
      'requests.httpErrors: not a cost of a load that is measured here; left out',
      'score.accessibility: not a cost of a load that is measured here; left out',
      'score.bestpractice: not a cost of a load that is measured here; left out',
      'budget.start: an alias or section unknown here; left out',
    ]);
  });
});

describe('a budget in the form that sitespeed.io had before', () => {
  const { value, lost, format } = read(SITESPEED_OLD_GUIDE);

  it('means the same', () => {
    expect(format).toBe('sitespeed');
    expect(listMeaning(value)).toEqual([
      '* unmeasurable:firstPaint ≤ 1100',
      '* load ≤ 3000',
      '* unmeasurable:FirstVisualChange ≤ 1300',
      '* largestContentfulPaint ≤ 2700',
      '* transferSize ≤ 420000',
      '* requests ≤ 110',
      '* resources:stylesheet:any:transferSize ≤ 80000',
    ]);
  });

  it('says what is lost', () => {
    expect(lost.map(sayBudget)).toEqual([
      'browsertime.pageSummary: statistics.timings.pageTimings.pageLoadTime.p90: the p90 of several runs there, every load here',
      'coach.pageSummary: advice.performance.score: not a cost of a load that is measured here; left out',
      'coach.pageSummary: advice.info.domElements: not a cost of a load that is measured here; left out',
      'pagexray.pageSummary: missingCompression: not a cost of a load that is measured here; left out',
    ]);
  });
});

it.each([
  ['lighthouse', LIGHTHOUSE_GUIDE],
  ['lhci', LHCI_GUIDE],
  ['sitespeed', SITESPEED_GUIDE],
] as const)('%s: written out and read again, a budget still says the same', (format, file) => {
  const { value } = read(file);
  const written = serializeBudgets(value, format);
  const again = parseBudgetFile(written.value, 'again.json');
  expect(again.format).toBe(format);
  expect(listMeaning(again.value)).toEqual(listMeaning(value));
});
