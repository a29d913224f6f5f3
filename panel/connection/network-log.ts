import { type LoggedRequest, parseNetworkLog } from '../../src/domain/network-log.ts';
import { addNetworkLog, alignNetworkLog } from '../../src/domain/network-log-merge.ts';
import { MAX_MESSAGE_BYTES } from '../../src/domain/limits.ts';
import { measureSize } from '../../src/domain/measure-size.ts';
import { redactUrl } from '../../src/domain/page.ts';
import type { Snapshot } from '../../src/domain/snapshot.ts';
import { observeChanges, request } from '../../src/protocol/channel.ts';
import { openMonitorDatabase } from '../../src/store/database.ts';
import { readTab, readVisit } from '../../src/store/read.ts';
import { readSettings } from '../../src/store/settings.ts';
import { readHar } from './read-har.ts';

/** What the envelope and the visit's id add to the requests of a message. */
const ENVELOPE_BYTES = 1_000;

/**
 * For as long as DevTools is open, completes the visit its tab shows with DevTools' own network log: whenever the worker
 * has stored something, and once at the start for a load that came before. Nothing is sent that would change nothing,
 * so what this itself causes to be stored ends the matter. A failure is passed over: the next hint tries again.
 */
export function startNetworkLog(tabId: number): { stop: () => void } {
  let isBusy = false;
  let isAskedAgain = false;

  async function complete(): Promise<void> {
    isAskedAgain = isBusy;
    if (isBusy) return;
    isBusy = true;
    await completeVisit(tabId).catch(() => undefined);
    isBusy = false;
    if (isAskedAgain) await complete();
  }

  void complete();
  return observeChanges(() => void complete());
}

async function completeVisit(tabId: number): Promise<void> {
  const snapshot = await readShownVisit(tabId);
  if (!snapshot || !isWanting(snapshot)) return;
  const { keptQuery } = await readSettings(await openMonitorDatabase());
  const requests = alignNetworkLog(
    snapshot,
    parseNetworkLog(await readHar(), (text) => Date.parse(text), keptQuery),
  );
  for (const part of splitToFit(selectUseful(snapshot, requests))) {
    await request('mergeNetworkLog', { visitId: snapshot.visitId, requests: part });
  }
}

async function readShownVisit(tabId: number): Promise<Snapshot | undefined> {
  const db = await openMonitorDatabase();
  const tab = await readTab(db, tabId);
  return tab && (await readVisit(db, tab.visitId))?.snapshot;
}

/** A visit that has settled and whose log is not complete. A final one is left as it is, and its log has gone. */
function isWanting({ settledAt, stage, resources }: Snapshot): boolean {
  return settledAt !== undefined && stage !== 'final' && resources.some(({ networkLog }) => !networkLog);
}

/** Requests of this visit's resources, or none when all that they say is known. */
function selectUseful(snapshot: Snapshot, requests: readonly LoggedRequest[]): LoggedRequest[] {
  if (addNetworkLog(snapshot, requests) === snapshot) return [];
  const urls = new Set(snapshot.resources.map(({ url }) => redactUrl(url)));
  return requests.filter(({ url }) => urls.has(redactUrl(url)));
}

/** Parts that a message may hold. Each is complete in itself: which request belongs to which resource is seen anew. */
function splitToFit(requests: readonly LoggedRequest[]): LoggedRequest[][] {
  const parts: LoggedRequest[][] = [];
  let room = 0;
  for (const request of requests) {
    const size = measureSize(request);
    if (size > room) {
      parts.push([]);
      room = MAX_MESSAGE_BYTES - ENVELOPE_BYTES;
    }
    parts.at(-1)?.push(request);
    room -= size;
  }
  return parts;
}
