import type { EpochMs } from '../domain/units.ts';
import { isFull, type Rate, takeToken, type TokenBucket } from './token-bucket.ts';
import { put, type Write } from './transact.ts';

/**
 * How fast one tab may bring loads, and how fast updates of them. Two a second is twice what a page that settles can
 * do, and each costs the worker about ten milliseconds; ten at once let a developer lean on the reload key, or a
 * single-page application move on, without a load being lost. Loads are limited for each tab, not for each page of
 * it: a page that walks through made-up routes would pass any limit on pages.
 * Updates have a bucket of their own, so that a tail never costs the next load its token.
 */
const ADMISSION: Rate = { perSecond: 2, burst: 10 };

export interface Throttled {
  readonly kind: 'load' | 'update';
  readonly tabId: number | undefined;
  readonly page: string;
}

export interface Buckets {
  /** Asks for a bucket ahead of `admit`, which then has nothing to wait for. */
  readonly prepare: (throttled: Throttled) => Promise<TokenBucket | undefined>;
  /** The moment from which this load or update may be judged: now, or later when its tab is too fast. */
  readonly admit: (throttled: Throttled, now: EpochMs) => Promise<EpochMs>;
  /** Writes what was drawn from. Must be called in the same transaction, after the last of them. */
  readonly finish: () => void;
}

/** The buckets that one transaction draws from: each is read once and, however many draw from it, written once. */
export function openBuckets(tx: Write): Buckets {
  const known = new Map<string, Promise<TokenBucket | undefined>>();
  const drawn = new Map<string, TokenBucket>();

  function prepare(throttled: Throttled): Promise<TokenBucket | undefined> {
    const key = bucketKey(throttled);
    const bucket = known.get(key) ?? tx.objectStore('buckets').get(key);
    known.set(key, bucket);
    return bucket;
  }

  return {
    prepare,
    async admit(throttled, now) {
      const key = bucketKey(throttled);
      const { bucket, readyAt } = takeToken(drawn.get(key) ?? (await prepare(throttled)), ADMISSION, now);
      drawn.set(key, bucket);
      return readyAt;
    },
    finish() {
      for (const [key, bucket] of drawn) put(tx, 'buckets', { key, ...bucket });
    },
  };
}

/** Buckets of a tab that is gone. */
export async function deleteTabBuckets(tx: Write, tabId: number): Promise<void> {
  const buckets = tx.objectStore('buckets');
  await buckets.delete(bucketKey({ kind: 'load', tabId, page: '' }));
  await buckets.delete(bucketKey({ kind: 'update', tabId, page: '' }));
}

/** Buckets of the loads of a page whose tab is not known. */
export async function deletePageBuckets(tx: Write, page: string): Promise<void> {
  const buckets = tx.objectStore('buckets');
  await buckets.delete(bucketKey({ kind: 'load', tabId: undefined, page }));
  await buckets.delete(bucketKey({ kind: 'update', tabId: undefined, page }));
}

/** Deletes the buckets that have filled up again: no row means the same. */
export async function deleteFullBuckets(tx: Write, now: EpochMs): Promise<void> {
  let cursor = await tx.objectStore('buckets').openCursor();
  while (cursor) {
    if (isFull(cursor.value, ADMISSION, now)) await cursor.delete();
    cursor = await cursor.continue();
  }
}

/** A tail that comes through the outbox does not say from which tab: such loads are limited by their page. */
function bucketKey({ kind, tabId, page }: Throttled): string {
  return `${kind} ${tabId ?? page}`;
}
