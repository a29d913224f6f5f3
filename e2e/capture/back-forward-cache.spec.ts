import { expect } from '@playwright/test';
import { makeRoundTrips } from '../../bench/capture/make-round-trips.ts';
import { test } from './bench.fixture.ts';

const TIMES = 10;

test('every restore from the back/forward cache is a visit of its own, and nothing keeps the page out of it', async ({
  bench,
}) => {
  const { persisted, kinds, visitIds, complaints } = await makeRoundTrips(bench, TIMES);
  expect(persisted).toEqual(Array(TIMES).fill(true));
  expect(kinds).toEqual(['navigate', ...Array(TIMES).fill('back-forward-cache')]);
  expect(new Set(visitIds).size).toBe(TIMES + 1);
  expect(complaints).toEqual([]);
});
