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

const PHASES = [
  'redirectStart',
  'redirectEnd',
  'workerStart',
  'fetchStart',
  'domainLookupStart',
  'domainLookupEnd',
  'connectStart',
  'secureConnectionStart',
  'connectEnd',
  'requestStart',
  'responseStart',
] as const;

/** One request, its moments relative to `origin`. */
export function pickResource(entry: ResourceEntry, origin: Milliseconds): CapturedResource {
  const { startTime, renderBlockingStatus } = entry;
  return {
    url: cutUrl(entry.name),
    initiatorType: entry.initiatorType,
    startTime: toMoment(startTime, origin),
    responseEnd: toMoment(entry.responseEnd || startTime, origin),
    renderBlocking: renderBlockingStatus ? renderBlockingStatus === 'blocking' : undefined,
    ...pickFetch(entry, origin),
  };
}

/**
 * What a document and a subresource have in common. Sizes stay as reported, 0 too: whether a 0 means cached or hidden
 * is decided where the whole entry is known.
 */
export function pickFetch(entry: ResourceEntry, origin: Milliseconds): Fetch {
  const fetch: Fetch = {
    interimResponseStart: toOptionalMoment(entry.firstInterimResponseStart, origin),
    transferSize: entry.transferSize,
    encodedSize: entry.encodedBodySize,
    decodedSize: entry.decodedBodySize,
    status: entry.responseStatus || undefined,
    protocol: cutOptionalText(entry.nextHopProtocol),
    contentType: cutOptionalText(entry.contentType),
    deliveryType: cutOptionalText(entry.deliveryType),
    serverTiming: pickServerTiming(entry.serverTiming),
  };
  for (const phase of PHASES) fetch[phase] = toOptionalMoment(entry[phase], origin);
  return fetch;
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
