import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { createCapture } from '../domain/capture.fixture.ts';
import type { Capture } from '../domain/capture.ts';
import { closeMonitorDatabase, openMonitorDatabase } from './database.ts';
import { type Arrival, enqueueCapture, type Enqueued } from './enqueue.ts';
import { processRows, readDueRows } from './process.ts';
import { receiveCaptures, type Received } from './receive.ts';
import type { Database } from './transact.ts';

/** A database that no other test has touched. */
export async function openEmptyDatabase(): Promise<Database> {
  await closeMonitorDatabase();
  globalThis.indexedDB = new IDBFactory();
  return openMonitorDatabase();
}

export function visitIdOf(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

export interface Delivery extends Partial<Capture> {
  /** Number of the visit, which makes its id. */
  readonly n: number;
  readonly tabId?: number | undefined;
  readonly now?: number;
}

/** Delivers a capture of visit n; to tab 1 unless said otherwise, at a moment of its own so that no bucket runs dry. */
export function deliver(db: Database, { n, now = n * 1000, ...rest }: Delivery): Promise<Enqueued> {
  const { tabId, ...overrides } = 'tabId' in rest ? rest : { ...rest, tabId: 1 };
  return enqueueCapture(db, { capture: createCapture({ visitId: visitIdOf(n), ...overrides }), tabId, now });
}

/** Receives a capture that comes alone. */
export async function receiveAlone(db: Database, arrival: Arrival): Promise<Received> {
  const [outcome] = await receiveCaptures(db, [arrival]);
  if (outcome?.status !== 'fulfilled') throw outcome?.reason;
  return outcome.value;
}

/** Judges everything that waits, as if time had passed. */
export async function judgeAll(db: Database, now = 1e12): Promise<void> {
  for (const id of await readDueRows(db, now, 1000)) await processRows(db, [id]);
}

export async function deliverAndJudge(db: Database, delivery: Delivery): Promise<void> {
  await deliver(db, delivery);
  await judgeAll(db);
}

/**
 * Ends the n-th write from now as the death of the worker would: its transaction never commits. Gives back what undoes
 * this; later writes succeed again by themselves.
 */
export function dieAtWrite(n: number): { stop: () => void; hasDied: () => boolean } {
  const names = ['put', 'add', 'delete'] as const;
  const originals = names.map((name) => IDBObjectStore.prototype[name]);
  let writes = 0;
  names.forEach((name, index) => {
    const original = originals[index] as (...args: unknown[]) => IDBRequest;
    IDBObjectStore.prototype[name] = function die(this: IDBObjectStore, ...args: unknown[]): IDBRequest {
      writes++;
      if (writes === n) {
        this.transaction.abort();
        throw new DOMException('the worker died', 'AbortError');
      }
      return original.apply(this, args);
    } as never;
  });
  return {
    stop: () =>
      names.forEach((name, index) => {
        IDBObjectStore.prototype[name] = originals[index] as never;
      }),
    hasDied: () => writes >= n,
  };
}
