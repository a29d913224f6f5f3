import { FETCH_PHASES, measurePhases } from '../../src/domain/match/fetch-phases.ts';
import { transferSizeOf } from '../../src/domain/measure.ts';
import { classifyPaintBlocking, type PaintBlocking } from '../../src/domain/paint-blocking.ts';
import { classifyProvenance, type Provenance, PROVENANCES } from '../../src/domain/provenance.ts';
import type { Delivery, Resource, Snapshot } from '../../src/domain/snapshot.ts';
import { formatCount, formatValue } from '../format.ts';
import { RESOURCE_TYPE_WORDS } from './words.ts';

/** One request of a load, with where each number comes from. */
export interface RequestRow {
  readonly key: string;
  readonly url: string;
  /** Path for the page's own requests, host and path for those of others. */
  readonly name: string;
  /** "blocked the first paint", "third party", "server: db 12.5 ms". */
  readonly marks: readonly string[];
  readonly type: string;
  /** "Network, h2, High", "Cache". */
  readonly delivery: string;
  /** Set where the server refused it. */
  readonly failed?: string;
  readonly size: string;
  readonly provenance: Provenance;
  readonly start: string;
  readonly duration: string;
  /** Phases that took time; or that they are hidden. */
  readonly phases: string;
}

const DELIVERY_WORDS: Readonly<Record<Delivery, string>> = {
  network: 'Network',
  cache: 'Cache',
  revalidated: 'Revalidated',
  worker: 'Service worker',
  restricted: 'Hidden',
};

const BLOCKING_WORDS: Readonly<Record<PaintBlocking, string>> = {
  'preceded-paint': 'blocked the first paint',
  'followed-paint': 'render-blocking, but ended after the first paint',
};

export const PROVENANCE_WORDS: Readonly<Record<Provenance, string>> = {
  observed: 'seen by the page',
  'network-log': 'told by DevTools',
  estimated: 'estimated',
  restricted: 'hidden by another site',
};

/** The first `most` requests of a load in the order they began: to describe ten thousand takes longer than a glance. */
export function deriveRequestRows(snapshot: Snapshot, most: number): RequestRow[] {
  return [...snapshot.resources]
    .sort((a, b) => a.startTime - b.startTime)
    .slice(0, most)
    .map((resource, index) => rowOf(resource, snapshot, index));
}

/** "41 requests. Sizes: 20 seen by the page, 21 told by DevTools." And what is not in the list. */
export function summarizeRequests({ resources, overflow }: Snapshot): string {
  const counts = PROVENANCES.map((provenance) => ({
    words: PROVENANCE_WORDS[provenance],
    count: resources.filter((resource) => classifyProvenance(resource) === provenance).length,
  })).filter(({ count }) => count > 0);
  const sizes = counts.map(({ words, count }) => `${formatCount(count)} ${words}`).join(', ');
  const beyond = Object.values(overflow ?? {}).reduce((sum, { count }) => sum + count, 0);
  return [
    `Sizes: ${sizes || 'none'}.`,
    beyond > 0 ? `${formatCount(beyond)} more requests are in the sums only.` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function rowOf(resource: Resource, snapshot: Snapshot, index: number): RequestRow {
  const { url, type, startTime, responseEnd, status = 0 } = resource;
  const provenance = classifyProvenance(resource);
  return {
    key: `${index} ${url}`,
    url,
    name: nameOf(resource),
    marks: listMarks(resource, snapshot),
    type: RESOURCE_TYPE_WORDS[type],
    delivery: describeDelivery(resource),
    ...(status >= 400 && { failed: `Status ${status}` }),
    size: describeSize(resource, provenance),
    provenance,
    start: formatValue(startTime, 'ms'),
    duration: formatValue(responseEnd - startTime, 'ms'),
    phases: describePhases(resource),
  };
}

function nameOf({ url, party }: Resource): string {
  const [, host = '', path = ''] = /^https?:\/\/([^/]*)(.*)$/.exec(url) ?? [];
  if (host === '') return url;
  return party === 'first' ? path || '/' : host + path;
}

function listMarks(resource: Resource, snapshot: Snapshot): string[] {
  const { party, serverTiming = [], interimResponseStart, redirectStart } = resource;
  const blocking = classifyPaintBlocking(resource, snapshot);
  const timings = serverTiming.map(({ name, duration, description }) =>
    [name, duration === undefined ? undefined : formatValue(duration, 'ms'), description]
      .filter((part) => part !== undefined)
      .join(' '),
  );
  return [
    blocking && BLOCKING_WORDS[blocking],
    party === 'third' && 'third party',
    interimResponseStart !== undefined && 'early hints',
    redirectStart !== undefined && 'redirected',
    timings.length > 0 && `server: ${timings.join(', ')}`,
  ].filter((mark) => typeof mark === 'string');
}

function describeDelivery({ delivery, protocol, networkLog, deliveryType }: Resource): string {
  const prefetched = deliveryType === 'navigational-prefetch' ? 'prefetched' : undefined;
  return [DELIVERY_WORDS[delivery], prefetched, protocol, networkLog?.priority]
    .filter((word) => word !== undefined)
    .join(', ');
}

/** A hidden size is never a 0. */
function describeSize(resource: Resource, provenance: Provenance): string {
  const size = transferSizeOf(resource);
  if (size === undefined) return 'hidden';
  return (provenance === 'estimated' ? '≈ ' : '') + formatValue(size, 'bytes');
}

function describePhases(resource: Resource): string {
  if (resource.delivery === 'restricted') return 'phases hidden';
  const phases = measurePhases(resource);
  if (!phases) return '';
  const lasting = FETCH_PHASES.filter((phase) => phases[phase] >= 0.1);
  return lasting.map((phase) => `${phase} ${formatValue(phases[phase], 'ms')}`).join(', ');
}
