import type { CounterName } from './schema.ts';
import { type Database, put, transact, type Write } from './transact.ts';

const SEQUENCE = 'sequence';

/** Adds to a counter of loads that were not stored. */
export async function addToCounter(tx: Write, name: CounterName, amount = 1): Promise<void> {
  if (amount > 0) put(tx, 'counters', (await readCounter(tx, name)) + amount, name);
}

export async function readCounter(tx: Write, name: CounterName | typeof SEQUENCE): Promise<number> {
  return (await tx.objectStore('counters').get(name)) ?? 0;
}

/** The number given out last, of an order over all pages that no clock can disturb. */
export function readLastSequence(tx: Write): Promise<number> {
  return readCounter(tx, SEQUENCE);
}

export function writeLastSequence(tx: Write, sequence: number): void {
  put(tx, 'counters', sequence, SEQUENCE);
}

/** Counts loads that were given up before they came to the queue. */
export async function countDropped(db: Database, loads: number): Promise<void> {
  await transact(db, { stores: ['counters'], durability: 'strict' }, (tx) =>
    addToCounter(tx, 'dropped', loads),
  );
}

/** Counts a message that was refused. Relaxed: after a power cut a count may be one short. */
export async function countRefused(db: Database): Promise<void> {
  await transact(db, { stores: ['counters'], durability: 'relaxed' }, (tx) => addToCounter(tx, 'refused'));
}
