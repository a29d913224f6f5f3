import type { LoggedRequest } from '../domain/network-log.ts';
import { addNetworkLog } from '../domain/network-log-merge.ts';
import { JUDGED_STORES, openVisits } from './open-visits.ts';
import type { VisitRow } from './schema.ts';
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
    const visits = await openVisits(tx, [{ visitId }]);
    const previous = visits.find(visitId);
    if (!previous || previous.snapshot.stage === 'final') return undefined;
    const snapshot = addNetworkLog(previous.snapshot, requests, visits.keptQuery);
    if (snapshot === previous.snapshot) return undefined;
    const row = visits.store({ page: previous.page, tabId: previous.tabId, snapshot });
    await visits.finish();
    return row;
  });
}
