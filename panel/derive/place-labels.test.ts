import { expect, it } from 'vitest';
import { placeLabels } from './place-labels.ts';

const place = (xs: readonly number[]) =>
  Object.fromEntries(
    placeLabels(
      xs.map((x, id) => ({ id, x })),
      { width: 0.2, rankOf: (id) => id },
    ),
  );

it.each([
  ['far apart', [0, 0.3, 0.6], { 0: 'begins', 1: 'begins', 2: 'begins' }],
  ['too close: the more important one stays', [0.5, 0.4, 0.1], { 0: 'begins', 2: 'begins' }],
  ['at the right edge: it ends at its place', [0.9], { 0: 'ends' }],
  ['ending where another has begun', [0.9, 0.6], { 0: 'ends' }],
  ['on one another', [0.3, 0.3], { 0: 'begins' }],
  ['none', [], {}],
])('places labels %s', (_what, xs, sides) => {
  expect(place(xs)).toEqual(sides);
});
