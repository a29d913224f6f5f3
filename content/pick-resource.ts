import type { CapturedResource } from '../src/domain/capture.ts';
import { MAX_MILLISECONDS, MAX_SERVER_TIMINGS } from '../src/domain/limits.ts';
import type { Milliseconds } from '../src/domain/units.ts';
import { cutOptionalText, cutText, cutUrl, toMoment, toOptionalMoment } from './moments.ts';

/** What is read of a Resource Timing entry; the optional ones are newer than the oldest browser we run in. */
export type ResourceEntry = Omit<PerformanceResourceTiming, 'toJSON' | 'entryType' | 'duration'> & {
  readonly contentType?: string;
  readonly deliveryType?: string;
  readonly firstInterimResponseStart?: Milliseconds;
  readonly renderBlockingStatus?: string;
};

type Fetch = Omit<CapturedResource, 'url' | 'initiatorType' | 'startTime' | 'responseEnd' | 'renderBlocking'>;

/** One request, its moments relative to `origin`. */
export function pickResource(entry: ResourceEntry, origin: Milliseconds): CapturedResource {
  const { startTime, renderBlockingStatus } = entry;
  return {
    ...pickFetch(entry, origin),
    url: cutUrl(entry.name),
    initiatorType: entry.initiatorType,
    startTime: toMoment(startTime, origin),
    responseEnd: toMoment(entry.responseEnd || startTime, origin),
    renderBlocking: renderBlockingStatus ? renderBlockingStatus === 'blocking' : undefined,
  };
}

/**
 * What a document and a subresource have in common. Sizes stay as reported, 0 too: whether a 0 means cached or hidden
 * is decided where the whole entry is known. Every phase is written out: ten thousand requests are picked at once, and
 * what is read by a fixed name takes half the time.
 */
export function pickFetch(entry: ResourceEntry, origin: Milliseconds): Fetch {
  const toPhase = (time: Milliseconds | undefined) => toOptionalMoment(time, origin);
  return {
    redirectStart: toPhase(entry.redirectStart),
    redirectEnd: toPhase(entry.redirectEnd),
    workerStart: toPhase(entry.workerStart),
    fetchStart: toPhase(entry.fetchStart),
    domainLookupStart: toPhase(entry.domainLookupStart),
    domainLookupEnd: toPhase(entry.domainLookupEnd),
    connectStart: toPhase(entry.connectStart),
    secureConnectionStart: toPhase(entry.secureConnectionStart),
    connectEnd: toPhase(entry.connectEnd),
    requestStart: toPhase(entry.requestStart),
    interimResponseStart: toPhase(entry.firstInterimResponseStart),
    responseStart: toPhase(entry.responseStart),
    transferSize: entry.transferSize,
    encodedSize: entry.encodedBodySize,
    decodedSize: entry.decodedBodySize,
    status: entry.responseStatus || undefined,
    protocol: cutOptionalText(entry.nextHopProtocol),
    contentType: cutOptionalText(entry.contentType),
    deliveryType: cutOptionalText(entry.deliveryType),
    serverTiming: pickServerTiming(entry.serverTiming),
  };
}

/** A server may write any number into the header: a duration that none can have is left out. */
function pickServerTiming(timings: ResourceEntry['serverTiming']): CapturedResource['serverTiming'] {
  if (!timings?.length) return undefined;
  return timings.slice(0, MAX_SERVER_TIMINGS).map(({ name, duration, description }) => ({
    name: cutText(name),
    duration: duration > 0 && duration <= MAX_MILLISECONDS ? duration : undefined,
    description: cutOptionalText(description),
  }));
}
