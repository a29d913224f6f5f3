import type { Capture, CapturedResource } from './capture.ts';

/** A quiet page with a document, a stylesheet and a deferred script, as the content script would report it. */
export function createCapture(overrides: Partial<Capture> = {}): Capture {
  return {
    visitId: '11111111-1111-4111-8111-111111111111',
    revision: 1,
    stage: 'provisional',
    url: 'http://localhost:8080/',
    startedAt: 1_700_000_000_000,
    navigation: {
      kind: 'reload',
      fetchStart: 1,
      requestStart: 4,
      responseStart: 40,
      responseEnd: 50,
      domInteractive: 120,
      domContentLoaded: 160,
      domComplete: 300,
      load: 301,
      transferSize: 5300,
      encodedSize: 5000,
      decodedSize: 20_000,
      status: 200,
      contentType: 'text/html',
    },
    settledAt: 1301,
    vitals: {
      timeToFirstByte: { value: 40 },
      firstContentfulPaint: { value: 180 },
      largestContentfulPaint: { value: 240, target: 'main>h1' },
      cumulativeLayoutShift: { value: 0 },
    },
    resourceOffset: 0,
    resources: [
      createCapturedResource({
        url: 'http://localhost:8080/main.css',
        initiatorType: 'link',
        renderBlocking: true,
      }),
      createCapturedResource({ url: 'http://localhost:8080/app.js', initiatorType: 'script', startTime: 60 }),
    ],
    longTasks: [],
    longFrames: [],
    userTimings: [],
    layoutShifts: [],
    document: { elements: 120, inlineScripts: 1, scripts: [] },
    environment: { viewportWidth: 1280, viewportHeight: 720 },
    hidden: false,
    late: false,
    softNavigations: false,
    dropped: {},
    cost: { mainThread: 3, bytesSent: 0 },
    ...overrides,
  };
}

export function createCapturedResource(overrides: Partial<CapturedResource> = {}): CapturedResource {
  const startTime = overrides.startTime ?? 55;
  return {
    url: 'http://localhost:8080/app.js',
    initiatorType: 'script',
    startTime,
    fetchStart: startTime,
    requestStart: startTime + 2,
    responseStart: startTime + 20,
    responseEnd: startTime + 30,
    transferSize: 10_300,
    encodedSize: 10_000,
    decodedSize: 30_000,
    status: 200,
    ...overrides,
  };
}
