import type { EpochMs } from '../domain/units.ts';

export interface TokenBucket {
  readonly tokens: number;
  readonly refilledAt: EpochMs;
}

export interface Rate {
  readonly perSecond: number;
  /** Tokens in a full bucket: how many may pass at once after a pause. */
  readonly burst: number;
}

/**
 * Takes one token, if need be one that is yet to come: `readyAt` is when it will have been refilled, now if there was
 * one left. No bucket means a full one. A clock that was set back refills nothing; one set forward fills the bucket.
 */
export function takeToken(
  bucket: TokenBucket | undefined,
  rate: Rate,
  now: EpochMs,
): { bucket: TokenBucket; readyAt: EpochMs } {
  const tokens = refill(bucket, rate, now) - 1;
  const wait = tokens < 0 ? (-tokens / rate.perSecond) * 1000 : 0;
  return { bucket: { tokens, refilledAt: now }, readyAt: now + Math.ceil(wait) };
}

/** A full bucket holds no information: its row can go. */
export function isFull(bucket: TokenBucket, rate: Rate, now: EpochMs): boolean {
  return refill(bucket, rate, now) >= rate.burst;
}

function refill(bucket: TokenBucket | undefined, rate: Rate, now: EpochMs): number {
  if (!bucket) return rate.burst;
  const elapsed = Math.max(0, now - bucket.refilledAt) / 1000;
  return Math.min(rate.burst, bucket.tokens + elapsed * rate.perSecond);
}
