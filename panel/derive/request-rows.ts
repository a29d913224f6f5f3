import { FETCH_PHASES, measurePhases } from '../../src/domain/match/fetch-phases.ts';
import { transferSizeOf } from '../../src/domain/measure.ts';
import { classifyPaintBlocking, type PaintBlocking } from '../../src/domain/paint-blocking.ts';
import { classifyProvenance, type Provenance, PROVENANCES } from '../../src/domain/provenance.ts';
import type { Delivery, Resource, Snapshot } from '../../src/domain/snapshot.ts';
import { formatCount, formatValue } from '../format.ts';
import { type MessageKey, text } from '../text.ts';
import { PHASE_WORDS, RESOURCE_TYPE_WORDS } from './words.ts';

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

const DELIVERY_WORDS: Readonly<Record<Delivery, MessageKey>> = {
  network: 'deliveryNetwork',
  cache: 'deliveryCache',
  revalidated: 'deliveryRevalidated',
  worker: 'deliveryWorker',
  restricted: 'deliveryRestricted',
};

const BLOCKING_WORDS: Readonly<Record<PaintBlocking, MessageKey>> = {
  'preceded-paint': 'blockedPaint',
  'followed-paint': 'blockedLater',
};

export const PROVENANCE_WORDS: Readonly<Record<Provenance, MessageKey>> = {
  observed: 'seenByPage',
  'network-log': 'toldByDevtools',
  estimated: 'estimated',
  restricted: 'hiddenBySite',
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
    words: text(PROVENANCE_WORDS[provenance]),
    count: resources.filter((resource) => classifyProvenance(resource) === provenance).length,
  })).filter(({ count }) => count > 0);
  const sizes = counts.map(({ words, count }) => `${formatCount(count)} ${words}`).join(', ');
  const beyond = Object.values(overflow ?? {}).reduce((sum, { count }) => sum + count, 0);
  return [text('sizesFrom', sizes || text('none')), beyond > 0 ? text('moreInSums', formatCount(beyond)) : '']
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
    type: text(RESOURCE_TYPE_WORDS[type]),
    delivery: describeDelivery(resource),
    ...(status >= 400 && { failed: text('failedStatus', String(status)) }),
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
    blocking && text(BLOCKING_WORDS[blocking]),
    party === 'third' && text('thirdPartyMark'),
    interimResponseStart !== undefined && text('earlyHints'),
    redirectStart !== undefined && text('redirected'),
    timings.length > 0 && text('serverTimings', timings.join(', ')),
  ].filter((mark) => typeof mark === 'string');
}

function describeDelivery({ delivery, protocol, networkLog, deliveryType }: Resource): string {
  const prefetched = deliveryType === 'navigational-prefetch' ? text('prefetched') : undefined;
  return [text(DELIVERY_WORDS[delivery]), prefetched, protocol, networkLog?.priority]
    .filter((word) => word !== undefined)
    .join(', ');
}

/** A hidden size is never a 0. */
function describeSize(resource: Resource, provenance: Provenance): string {
  const size = transferSizeOf(resource);
  if (size === undefined) return text('hiddenValue');
  return (provenance === 'estimated' ? '≈ ' : '') + formatValue(size, 'bytes');
}

function describePhases(resource: Resource): string {
  if (resource.delivery === 'restricted') return text('phasesHidden');
  const phases = measurePhases(resource);
  if (!phases) return '';
  const lasting = FETCH_PHASES.filter((phase) => phases[phase] >= 0.1);
  return lasting.map((phase) => `${text(PHASE_WORDS[phase])} ${formatValue(phases[phase], 'ms')}`).join(', ');
}
