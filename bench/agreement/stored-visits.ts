import type { CdpSession } from '../capture/cdp.ts';
import type { Snapshot } from '../../src/domain/snapshot.ts';

export interface StoredVisit {
  readonly sequence: number;
  readonly snapshot: Snapshot;
}

/** The visits of URLs with this beginning that the extension has stored after `sequence`, oldest first; read in its worker. */
export async function readStoredVisits(
  worker: CdpSession,
  prefix: string,
  sequence = 0,
): Promise<StoredVisit[]> {
  const { result, exceptionDetails } = await worker.send('Runtime.evaluate', {
    expression: `(${readVisits.toString()})(${JSON.stringify(prefix)}, ${sequence})`,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) return [];
  return JSON.parse(result.value as string) as StoredVisit[];
}

/** Runs in the worker: it may use nothing but its arguments. Opening a database that is not there would make one. */
async function readVisits(prefix: string, sequence: number): Promise<string> {
  const name = 'performance-budget-monitor';
  if (!(await indexedDB.databases()).some((known) => known.name === name)) return '[]';
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const after = IDBKeyRange.lowerBound(sequence, true);
      const all = database.transaction('visits').objectStore('visits').index('sequence').getAll(after);
      all.onerror = () => reject(all.error);
      all.onsuccess = () => {
        database.close();
        const rows = all.result as { sequence: number; snapshot: { url: string } }[];
        resolve(JSON.stringify(rows.filter(({ snapshot }) => snapshot.url.startsWith(prefix))));
      };
    };
  });
}

/** True once nothing that pages have sent waits any more, neither in the outbox nor in the queue. */
export async function isWorkedOff(worker: CdpSession): Promise<true | undefined> {
  const { result } = await worker.send('Runtime.evaluate', {
    expression: `(${countWaiting.toString()})()`,
    awaitPromise: true,
    returnByValue: true,
  });
  return result.value === 0 ? true : undefined;
}

/** Runs in the worker. */
async function countWaiting(): Promise<number> {
  const left = Object.keys(await chrome.storage.local.get(null)).filter((key) => key.startsWith('o:'));
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('performance-budget-monitor');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const counting = database.transaction('queue').objectStore('queue').count();
      counting.onerror = () => reject(counting.error);
      counting.onsuccess = () => {
        database.close();
        resolve(left.length + counting.result);
      };
    };
  });
}
