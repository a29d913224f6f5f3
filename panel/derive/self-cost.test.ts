import { expect, it } from 'vitest';
import { judge } from './judged.fixture.ts';
import { describeSelfCost } from './self-cost.ts';

const describe = (row: { bytes: number; rowsWritten?: number }): string =>
  describeSelfCost({
    ...judge([{ cost: { mainThread: 3.2, bytesSent: 14_000 } }]).latest,
    ...row,
  }).replaceAll(/\u00a0|\u202f/g, ' ');

it('says what measuring has cost', () => {
  expect(describe({ bytes: 21_000, rowsWritten: 6 })).toBe(
    'Measuring this load took 3.2 ms of the page’s main thread, 14 kB sent to the worker, 6 rows written; it takes 21 kB of storage.',
  );
});

it('leaves out the rows of what an older version stored', () => {
  expect(describe({ bytes: 21_000 })).not.toMatch(/rows/);
});
