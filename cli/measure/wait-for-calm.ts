import { type BusySample, isMachineBusy, isWorthWaiting } from '../../src/domain/processor-guard.ts';
import type { EpochMs, Milliseconds, Ratio } from '../../src/domain/units.ts';

/** Waited for all loads of a page together: a build machine that is never calm must not double the time of a build. */
const PATIENCE: Milliseconds = 15_000;

export interface CalmOptions {
  /** Share of the processor that is busy over the next moment. */
  readonly measureLoad: () => Promise<Ratio>;
  readonly now: () => EpochMs;
}

export interface Calm {
  /** Share of the processor that was busy in the last moment. */
  readonly busy: Ratio;
  readonly isBusy: boolean;
}

/**
 * Waits for a calm moment before a load, as the panel does: at most five seconds, and fifteen over all calls. The answer
 * says whether the machine is busy nevertheless.
 */
export function createCalmWait({ measureLoad, now }: CalmOptions): () => Promise<Calm> {
  let patience = PATIENCE;
  return async () => {
    const since = now();
    const look = async (): Promise<BusySample> => ({ busy: await measureLoad(), at: now() });
    let sample = await look();
    while (isWorthWaiting([sample], since) && sample.at - since < patience) sample = await look();
    patience -= sample.at - since;
    return { busy: sample.busy, isBusy: isMachineBusy(sample.busy) };
  };
}
