import { expect, it } from 'vitest';
import { createCalmWait } from './wait-for-calm.ts';

/** A machine that shows these loads, a quarter of a second each, and the last one for ever. */
function createMachine(...loads: readonly number[]) {
  let looks = 0;
  const wait = createCalmWait({
    measureLoad: async () => loads[Math.min(looks++, loads.length - 1)] ?? 0,
    now: () => 250 * looks,
  });
  return { wait, seconds: () => looks / 4 };
}

it('does not hold up a calm machine, but for the look', async () => {
  const { wait, seconds } = createMachine(0.1);
  expect(await wait()).toMatchObject({ isBusy: false });
  expect(seconds()).toBe(0.25);
});

it('waits until a busy machine is calm', async () => {
  const { wait, seconds } = createMachine(0.9, 0.8, 0.3, 0.2);
  expect(await wait()).toMatchObject({ isBusy: false });
  expect(seconds()).toBe(1);
});

it('gives up on a load after five seconds, on all after fifteen, and says that the machine is busy', async () => {
  const { wait, seconds } = createMachine(0.9);
  for (const atMost of [5, 10, 15]) {
    expect(await wait()).toMatchObject({ isBusy: true });
    expect(seconds()).toBe(atMost);
  }
  expect(await wait()).toMatchObject({ isBusy: true });
  expect(seconds()).toBe(15.25);
});
