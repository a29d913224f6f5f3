import { setTimeout as sleep } from 'node:timers/promises';
import type { Milliseconds } from '../src/domain/units.ts';

/** A condition of a browser changes in tens of milliseconds; asking more often only takes time from the page. */
const POLL_INTERVAL: Milliseconds = 50;

export interface WaitOptions {
  /** What is waited for, for the error: "waited 15 s for ...". */
  readonly what: string;
  readonly timeout?: Milliseconds;
}

/** Asks until the answer is not undefined. Throws an Error that says what was waited for when time is up. */
export async function waitFor<Answer>(
  ask: () => Promise<Answer | undefined> | Answer | undefined,
  { what, timeout = 15_000 }: WaitOptions,
): Promise<Answer> {
  const deadline = performance.now() + timeout;
  while (true) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > deadline) throw new Error(`waited ${timeout / 1000} s for ${what}`);
    await sleep(POLL_INTERVAL);
  }
}
