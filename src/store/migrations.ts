import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import { DEFAULT_BUDGET } from '../domain/default-budget.ts';
import type { MonitorDatabase } from './schema.ts';

export type Upgrade = IDBPTransaction<MonitorDatabase, StoreNames<MonitorDatabase>[], 'versionchange'>;

/**
 * One step for each version of the database, oldest first: step n brings version n to n + 1. A step that has been
 * released never changes again. Awaiting anything but the database inside a step would end the upgrade half done.
 */
export const MIGRATIONS: readonly ((db: IDBPDatabase<MonitorDatabase>, upgrade: Upgrade) => void)[] = [
  createFirstStores,
  indexVisitsBySize,
];

function createFirstStores(db: IDBPDatabase<MonitorDatabase>): void {
  const queue = db.createObjectStore('queue', { keyPath: 'id', autoIncrement: true });
  queue.createIndex('visit', 'visitId');
  queue.createIndex('page', 'page');
  queue.createIndex('notBefore', 'notBefore');
  queue.createIndex('lane', ['lane', 'notBefore']);
  const visits = db.createObjectStore('visits', { keyPath: 'visitId' });
  visits.createIndex('page', ['page', 'sequence']);
  visits.createIndex('sequence', 'sequence', { unique: true });
  const events = db.createObjectStore('events', { keyPath: 'id', autoIncrement: true });
  events.createIndex('page', ['page', 'sequence']);
  const pages = db.createObjectStore('pages', { keyPath: 'key' });
  pages.createIndex('lastSequence', 'lastSequence');
  const tabs = db.createObjectStore('tabs', { keyPath: 'tabId' });
  tabs.createIndex('page', 'page');
  tabs.createIndex('visit', 'visitId');
  db.createObjectStore('buckets', { keyPath: 'key' });
  db.createObjectStore('skipped', { keyPath: 'id', autoIncrement: true }).createIndex('visit', 'visitId');
  db.createObjectStore('counters');
  db.createObjectStore('settings');
  const budgets = db.createObjectStore('budgets', { keyPath: 'id' });
  budgets.createIndex('position', 'position');
  void budgets.put({ id: DEFAULT_BUDGET.id, position: 0, budget: DEFAULT_BUDGET });
}

/** Which visits have to go, and what that frees, is then read without the visits themselves. */
function indexVisitsBySize(_db: IDBPDatabase<MonitorDatabase>, upgrade: Upgrade): void {
  const visits = upgrade.objectStore('visits');
  visits.deleteIndex('page');
  visits.createIndex('page', ['page', 'sequence', 'bytes']);
}
