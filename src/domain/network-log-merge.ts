import { isDocument } from './build-snapshot.ts';
import { measureMetrics, sumResources } from './measure.ts';
import type { LoggedRequest } from './network-log.ts';
import { type KeptQuery, redactUrl } from './page.ts';
import { classifyProvenance } from './provenance.ts';
import type { NetworkLog, Resource, Snapshot } from './snapshot.ts';
import type { EpochMs, Milliseconds } from './units.ts';

/** DevTools notes a request when it is sent, the page when it was asked for; a busy main thread lies between them. */
const LONGEST_DISTANCE: Milliseconds = 1_000;

/**
 * The requests with their times on the page's clock, which was set when the browser started: a computer that has slept
 * since has left it behind. Measured by the document, which page and log have both seen; unchanged where there is none.
 */
export function alignNetworkLog(snapshot: Snapshot, requests: readonly LoggedRequest[]): LoggedRequest[] {
  const document = snapshot.resources.find(isDocument);
  const moment = document && momentOf(snapshot, document);
  const [ahead = 0] = requests
    .filter(({ url }) => redactUrl(url) === document?.url)
    .map(({ startedAt }) => startedAt - (moment ?? 0))
    .sort((a, b) => Math.abs(a) - Math.abs(b));
  return requests.map((request) => ({ ...request, startedAt: Math.max(0, request.startedAt - ahead) }));
}

/**
 * Adds what DevTools' network log knows to the resources of a visit. Times must be on the page's clock. Sums and metrics
 * are measured again, as sizes that the page could not see are now known. What has already been added stays. Gives back
 * the snapshot itself when there is nothing to add.
 */
export function addNetworkLog(
  snapshot: Snapshot,
  requests: readonly LoggedRequest[],
  kept: KeptQuery = 'none',
): Snapshot {
  const found = matchRequests(snapshot, requests);
  const isNew = (resource: Resource): boolean => !resource.networkLog && found.has(resource);
  if (!snapshot.resources.some(isNew)) return snapshot;
  const resources = snapshot.resources.map((resource) => {
    const log = found.get(resource);
    return log && !resource.networkLog ? { ...resource, networkLog: redactLog(log, kept) } : resource;
  });
  return measureAgain({ ...snapshot, resources });
}

/**
 * The snapshot as it would be without DevTools: what is compared with loads that DevTools did not see must not count
 * what only DevTools knows.
 */
export function withoutNetworkLog(snapshot: Snapshot): Snapshot {
  const isRevealed = snapshot.resources.some((resource) => classifyProvenance(resource) === 'network-log');
  if (!isRevealed) return snapshot;
  const resources = snapshot.resources.map(({ networkLog: _log, ...resource }) => resource);
  return measureAgain({ ...snapshot, resources });
}

function measureAgain(snapshot: Snapshot): Snapshot {
  const totals = sumResources(snapshot.resources, snapshot.overflow, snapshot.settledAt);
  return { ...snapshot, totals, metrics: measureMetrics(snapshot, totals) };
}

/** A document's fetch begins before moment zero of a prerendered page, and after the redirects of another. */
function momentOf({ startedAt }: Snapshot, resource: Resource): EpochMs {
  return startedAt + (isDocument(resource) ? (resource.fetchStart ?? 0) : resource.startTime);
}

function matchRequests(snapshot: Snapshot, requests: readonly LoggedRequest[]): Map<Resource, NetworkLog> {
  // A document's address is kept without a query even where those of resources are not.
  const byUrl = groupBy(requests, ({ url }) => redactUrl(url));
  const found = new Map<Resource, NetworkLog>();
  for (const [url, resources] of groupBy(snapshot.resources, (resource) => redactUrl(resource.url))) {
    const moments = resources.map((resource) => ({ resource, at: momentOf(snapshot, resource) }));
    const entries = (byUrl.get(url) ?? []).map(({ log, startedAt }) => ({ log, at: startedAt }));
    for (const [{ resource }, { log }] of pairInOrder(sortByTime(moments), sortByTime(entries))) {
      found.set(resource, log);
    }
  }
  return found;
}

interface Timed {
  readonly at: EpochMs;
}

/**
 * Pairs what happened at nearly the same time, each once and in order. Where one side has more than the other, those
 * that are nearer win. Linear, because a page may have asked for one URL ten thousand times.
 */
function pairInOrder<A extends Timed, B extends Timed>(ours: readonly A[], theirs: readonly B[]): [A, B][] {
  const pairs: [A, B][] = [];
  const near = theirs.filter(({ at }) => isWithin(ours, at));
  let i = 0;
  let j = 0;
  for (let a = ours[i], b = near[j]; a && b; a = ours[i], b = near[j]) {
    const surplus = near.length - j - (ours.length - i);
    if (surplus > 0 && isNearer(near[j + 1], b, a)) j++;
    else if (surplus < 0 && isNearer(ours[i + 1], a, b)) i++;
    else {
      if (Math.abs(a.at - b.at) <= LONGEST_DISTANCE) pairs.push([a, b]);
      i++;
      j++;
    }
  }
  return pairs;
}

function isWithin(times: readonly Timed[], at: EpochMs): boolean {
  const first = times[0]?.at ?? Infinity;
  const last = times.at(-1)?.at ?? -Infinity;
  return at >= first - LONGEST_DISTANCE && at <= last + LONGEST_DISTANCE;
}

function isNearer(next: Timed | undefined, { at }: Timed, to: Timed): boolean {
  return next !== undefined && Math.abs(next.at - to.at) < Math.abs(at - to.at);
}

function sortByTime<Item extends Timed>(items: Item[]): Item[] {
  return items.sort((a, b) => a.at - b.at);
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** Doing it twice changes nothing: who sends a log is not trusted to have done it. */
function redactLog(log: NetworkLog, kept: KeptQuery): NetworkLog {
  return {
    ...log,
    ...(log.initiatorUrl !== undefined && { initiatorUrl: redactUrl(log.initiatorUrl, kept) }),
    ...(log.initiatorStack && { initiatorStack: log.initiatorStack.map((url) => redactUrl(url, kept)) }),
  };
}
