import { expect, it } from 'vitest';
import { judge } from './judged.fixture.ts';
import { sumStored } from './stored.ts';

const { state } = judge([{}]);
const page = { key: 'a', state, visits: 3, bytes: 20_400, lastSequence: 1 };

it('sums up what is kept', () => {
  const { summary, empty } = sumStored([page, { ...page, key: 'b' }], 0, {});
  expect(summary.replaceAll('\u00a0', ' ')).toBe('6 loads of 2 pages, about 41 kB.');
  expect(empty).toBe(false);
});

it('says when there is nothing, and still what was not kept', () => {
  const { summary, empty, notes } = sumStored([], 0, { dropped: 2 });
  expect([summary, empty]).toEqual(['Nothing is stored.', true]);
  expect(notes).toHaveLength(1);
});
