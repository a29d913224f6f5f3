import type { Resource } from '../snapshot.ts';
import type { Milliseconds } from '../units.ts';

/** What a fetch spends its time on, in order. `queue` is every wait before the request that no other phase names. */
export const FETCH_PHASES = ['redirect', 'queue', 'dns', 'connect', 'tls', 'wait', 'receive'] as const;

export type FetchPhase = (typeof FETCH_PHASES)[number];

export type FetchPhases = Readonly<Record<FetchPhase, Milliseconds>>;

type FetchTiming = Omit<Resource, 'url' | 'initiatorType' | 'type' | 'party' | 'delivery' | 'networkLog'>;

/**
 * Durations of the phases in ms; they add up to responseEnd − startTime. Undefined when the server hides them.
 * TLS is taken out of connect, as in the Resource Timing processing model. A phase that did not happen lasts 0.
 */
export function measurePhases(timing: FetchTiming): FetchPhases | undefined {
  const { startTime, responseEnd } = timing;
  if (!timing.requestStart) return undefined;
  const request = clamp(timing.requestStart, startTime, responseEnd);
  const response = clamp(timing.responseStart ?? request, request, responseEnd);
  const redirect = span(timing.redirectStart, timing.redirectEnd);
  const dns = span(timing.domainLookupStart, timing.domainLookupEnd);
  const connection = span(timing.connectStart, timing.connectEnd);
  const tls = timing.secureConnectionStart ? span(timing.secureConnectionStart, timing.connectEnd) : 0;
  return {
    redirect,
    queue: Math.max(0, request - startTime - redirect - dns - connection),
    dns,
    connect: connection - tls,
    tls,
    wait: response - request,
    receive: responseEnd - response,
  };
}

function span(start: number | undefined, end: number | undefined): Milliseconds {
  return start && end ? Math.max(0, end - start) : 0;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
