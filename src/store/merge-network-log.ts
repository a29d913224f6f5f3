import type { LoggedRequest } from '../domain/network-log.ts';
import { addNetworkLog } from '../domain/network-log-merge.ts';
import type { VisitRow } from './schema.ts';
import { readSetting } from './setting.ts';
import { JUDGED_STORES, storeVisit } from './store-visit.ts';
import { type Database, transact } from './transact.ts';

export interface LoggedVisit {
  readonly visitId: string;
  readonly requests: readonly LoggedRequest[];
}

/**
 * Adds DevTools' network log to a stored visit and judges it again, in one strict transaction; gives the visit as it is
 * then. Undefined when nothing was written: the log says nothing new, the visit is unknown or has been deleted, or it
 * is final. Sent twice, it changes nothing the second time.
 */
export function mergeNetworkLog(
  db: Database,
  { visitId, requests }: LoggedVisit,
): Promise<VisitRow | undefined> {
  return transact(db, { stores: JUDGED_STORES, durability: 'strict' }, async (tx) => {
    const previous = await tx.objectStore('visits').get(visitId);
    if (!previous || previous.snapshot.stage === 'final') return undefined;
    const snapshot = addNetworkLog(previous.snapshot, requests, await readSetting(tx, 'keptQuery'));
    if (snapshot === previous.snapshot) return undefined;
    return storeVisit(tx, { page: previous.page, tabId: previous.tabId, previous, snapshot });
  });
}
