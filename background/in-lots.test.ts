import { expect, it } from 'vitest';
import { inLots } from './in-lots.ts';

function fulfilled<Value>(value: Value): PromiseSettledResult<Value> {
  return { status: 'fulfilled', value };
}

it('does alone what comes alone, and together what came meanwhile', async () => {
  const lots: (readonly number[])[] = [];
  const double = inLots<number, number>((items) => {
    lots.push(items);
    return Promise.resolve(items.map((item) => fulfilled(2 * item)));
  }, 3);
  expect(await Promise.all([1, 2, 3, 4, 5].map(double))).toEqual([2, 4, 6, 8, 10]);
  expect(lots).toEqual([[1], [2, 3, 4], [5]]);
  expect(await double(6)).toBe(12);
});

it('begins with the next lot before the last has ended where that lets it, and with no more than one', async () => {
  const begun: (readonly number[])[] = [];
  const [ends, passes]: [(() => void)[], (() => void)[]] = [[], []];
  const echo = inLots<number, number>(async (items, letNextBegin) => {
    begun.push(items);
    passes.push(letNextBegin);
    await new Promise<void>((resolve) => ends.push(resolve));
    return items.map(fulfilled);
  }, 2);
  const outcomes = [1, 2, 3, 4, 5].map(echo);
  expect(begun).toEqual([[1]]);
  passes[0]?.();
  passes[0]?.();
  await Promise.resolve();
  expect(begun).toEqual([[1], [2, 3]]);
  ends[1]?.();
  expect(await Promise.all([outcomes[1], outcomes[2]])).toEqual([2, 3]);
  expect(begun).toEqual([[1], [2, 3], [4, 5]]);
  for (const end of ends) end();
  expect(await Promise.all(outcomes)).toEqual([1, 2, 3, 4, 5]);
});

it('keeps the outcomes apart, and fails all of a lot when the work itself fails', async () => {
  const fault = new Error('the disk');
  const work = inLots<number, number>((items) => {
    if (items.includes(4)) return Promise.reject(fault);
    return Promise.resolve(
      items.map((item) => (item === 2 ? { status: 'rejected', reason: 'odd' } : fulfilled(item))),
    );
  }, 2);
  const outcomes = await Promise.allSettled([1, 2, 3, 4, 5, 6].map(work));
  expect(
    outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : outcome.reason)),
  ).toEqual([1, 'odd', 3, fault, fault, 6]);
});
