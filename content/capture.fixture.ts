import { countRequest } from './overflow.ts';
import type { ResourceEntry } from './pick-resource.ts';
import { createVisit, type Visit } from './visit.ts';

/** A request as Chromium reports it: same origin, over the network, nothing special. */
export function resourceEntry(change: Partial<ResourceEntry> = {}): ResourceEntry {
  return {
    name: 'https://shop.example/app.js',
    initiatorType: 'script',
    startTime: 100.04,
    redirectStart: 0,
    redirectEnd: 0,
    workerStart: 0,
    fetchStart: 100.04,
    domainLookupStart: 100.04,
    domainLookupEnd: 100.04,
    connectStart: 100.04,
    secureConnectionStart: 0,
    connectEnd: 100.04,
    requestStart: 110,
    firstInterimResponseStart: 0,
    responseStart: 150,
    responseEnd: 180.26,
    transferSize: 1300,
    encodedBodySize: 1000,
    decodedBodySize: 3000,
    responseStatus: 200,
    nextHopProtocol: 'h2',
    contentType: 'text/javascript',
    deliveryType: '',
    renderBlockingStatus: 'non-blocking',
    serverTiming: [],
    ...change,
  };
}

/** A visit of a document that began with the timeline, as the collector makes it, on a device that was read. */
export function visitOf(change: Partial<Visit> = {}): Visit {
  return {
    ...createVisit({ kind: 'navigate', url: 'https://shop.example/cart?id=1', from: 0, late: false }),
    environment: { viewportWidth: 1280, viewportHeight: 720 },
    document: { scripts: [] },
    counted: change.resources?.map(countRequest) ?? [],
    ...change,
  };
}
