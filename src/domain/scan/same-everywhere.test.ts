import { expect, it } from 'vitest';
import { sameEverywhere } from './same-everywhere.ts';

// Pairs that Chromium and Node gave for the same load.
it.each([
  [0.03, 0.030000000000000006],
  [3.862355607148576, 3.8623556071485745],
  [-201.14650272026404, -201.1465027202639],
  [641.6350403745515, 641.6350403745516],
])('%s and %s become one number', (browser, node) => {
  expect(browser).not.toBe(node);
  expect(sameEverywhere(browser)).toBe(sameEverywhere(node));
});

it('leaves what is exact, and what is none', () => {
  expect([0, -0.5, 1592, 0.125, Number.POSITIVE_INFINITY].map(sameEverywhere)).toEqual([
    0,
    -0.5,
    1592,
    0.125,
    Number.POSITIVE_INFINITY,
  ]);
});
