import { describe, expect, it } from 'vitest';
import { buildSnapshot, listExclusions } from './build-snapshot.ts';
import type { Capture } from './capture.ts';
import { addNetworkLog } from './network-log-merge.ts';
import { createCapture, createCapturedResource } from './capture.fixture.ts';
import type { CacheState } from './cohort.ts';
import type { Exclusion } from './snapshot.ts';

describe('buildSnapshot', () => {
  it('puts the document first and counts it as a resource', () => {
    const snapshot = buildSnapshot(createCapture());
    expect(snapshot.resources.map(({ type }) => type)).toEqual(['document', 'stylesheet', 'script']);
    expect(snapshot.metrics).toMatchObject({ requests: 3, transferSize: 25_900, decodedSize: 80_000 });
  });

  it('drops query, fragment and userinfo of every URL before anything is stored', () => {
    const secret = 'http://user:pass@localhost:8080/a.js?token=SECRET#SECRET';
    const frame = {
      startTime: 0,
      duration: 60,
      scripts: [{ url: secret, invoker: secret, startTime: 0, duration: 55 }],
    };
    const snapshot = buildSnapshot(
      createCapture({
        url: 'http://localhost:8080/login?token=SECRET',
        resources: [createCapturedResource({ url: secret })],
        longFrames: [frame],
        vitals: {
          largestContentfulPaint: { value: 1, url: secret },
          interactionToNextPaint: { value: 8, longestScript: { url: secret, startTime: 0, duration: 5 } },
        },
        document: { scripts: [{ url: secret, async: false, defer: true, module: false, inHead: true }] },
      }),
    );
    expect(JSON.stringify(snapshot)).not.toMatch(/SECRET|pass/);
    expect(snapshot.resources[1]?.url).toBe('http://localhost:8080/a.js');
  });

  it('continues the resources of the earlier revision', () => {
    const first = buildSnapshot(createCapture());
    const late = createCapturedResource({ url: 'http://localhost:8080/late.png', initiatorType: 'img' });
    const second = buildSnapshot(createCapture({ revision: 2, resourceOffset: 2, resources: [late] }), first);
    expect(second.resources.map(({ url }) => url.slice(21))).toEqual([
      '/',
      '/main.css',
      '/app.js',
      '/late.png',
    ]);
    expect(second.dropped).toEqual({});
  });

  it('counts resources of earlier revisions that never came', () => {
    const snapshot = buildSnapshot(createCapture({ revision: 2, resourceOffset: 7 }));
    expect(snapshot.dropped.resources).toBe(7);
    expect(listExclusions(snapshot, 'cold')).toEqual(['incomplete']);
  });

  it('does not measure counts and sizes of a page that never settled', () => {
    const snapshot = buildSnapshot(createCapture({ settledAt: undefined }));
    expect(snapshot.metrics).not.toHaveProperty('requests');
    expect(snapshot.metrics).not.toHaveProperty('totalBlockingTime');
    expect(snapshot.metrics.load).toBe(301);
  });

  it('leaves requests after settle out of the totals but keeps them', () => {
    const poll = createCapturedResource({ initiatorType: 'fetch', startTime: 5000 });
    const snapshot = buildSnapshot(createCapture({ resources: [poll] }));
    expect(snapshot.metrics.requests).toBe(1);
    expect(snapshot.resources).toHaveLength(2);
  });

  it('adds what exceeded the bounds to the totals by its type', () => {
    const overflow = { img: { count: 5, transferSize: 500, decodedSize: 900 } };
    const snapshot = buildSnapshot(createCapture({ overflow }));
    expect(snapshot.metrics.requests).toBe(8);
    expect(snapshot.totals.find(({ type }) => type === 'image')).toMatchObject({
      requests: 5,
      transferSize: 500,
    });
  });

  it('knows no document for a soft navigation', () => {
    const snapshot = buildSnapshot(createCapture({ navigation: { kind: 'soft-navigation' } }));
    expect(snapshot.resources.map(({ type }) => type)).toEqual(['stylesheet', 'script']);
  });

  it('lets a prerendered document begin before its visit', () => {
    const navigation = { kind: 'prerender', fetchStart: -900, responseEnd: -800 } as const;
    const [document] = buildSnapshot(createCapture({ navigation })).resources;
    expect(document).toMatchObject({ startTime: -900, responseEnd: -800 });
  });

  it('marks a cross-origin resource without Timing-Allow-Origin as restricted, not as free', () => {
    const opaque = createCapturedResource({
      url: 'http://127.0.0.1:9000/tag.js',
      requestStart: undefined,
      responseStart: undefined,
      transferSize: 0,
      encodedSize: 0,
      decodedSize: 0,
    });
    const snapshot = buildSnapshot(createCapture({ resources: [opaque] }));
    expect(snapshot.resources[1]).toMatchObject({ delivery: 'restricted', party: 'third' });
    expect(snapshot.totals.find(({ party }) => party === 'third')).toMatchObject({
      requests: 1,
      restricted: 1,
    });
  });

  it('computes blocking time between first paint and settle only', () => {
    const longTasks = [
      { startTime: 100, duration: 100 },
      { startTime: 170, duration: 110 },
      { startTime: 400, duration: 90 },
      { startTime: 1290, duration: 500 },
      { startTime: 3000, duration: 500 },
    ];
    const { metrics } = buildSnapshot(createCapture({ longTasks }));
    // After FCP (180): 170..280 leaves 100 − 50; 400..490 leaves 90 − 50; 1290..settle leaves 11, below 50.
    expect(metrics).toMatchObject({ totalBlockingTime: 90, longTasks: 4, longestTask: 500 });
  });
});

describe('listExclusions', () => {
  it.each<[Partial<Capture>, CacheState, Exclusion[]]>([
    [{ hidden: true }, 'cold', ['hidden']],
    [{ late: true }, 'cold', ['late']],
    [{ settledAt: undefined }, 'cold', ['incomplete']],
    [{ dropped: { browserBuffer: 3 } }, 'cold', ['incomplete']],
    [{}, 'mixed', ['mixed-cache']],
    [{ navigation: { ...createCapture().navigation, status: 503 } }, 'cold', ['error-page']],
    [
      { resources: [createCapturedResource({ url: 'http://localhost:8080/@vite/client' })] },
      'cold',
      ['development-build'],
    ],
    [
      { resources: [createCapturedResource({ url: 'chrome-extension://abcdef/inject.js' })] },
      'cold',
      ['other-extension'],
    ],
    [{}, 'warm', []],
  ])('%j with a %s cache is excluded for %j', (overrides, cache, expected) => {
    expect(listExclusions(buildSnapshot(createCapture(overrides)), cache)).toEqual(expected);
  });

  it('leaves out what DevTools says was sent past the cache', () => {
    const snapshot = buildSnapshot(createCapture());
    const log = { transferSize: 5300, bypassesCache: true };
    const logged = addNetworkLog(snapshot, [{ url: snapshot.url, startedAt: snapshot.startedAt, log }]);
    expect(listExclusions(logged, 'cold')).toEqual(['cache-disabled']);
  });

  it('does not take a script that asks for one answer past the cache for a disabled cache', () => {
    const snapshot = buildSnapshot(createCapture());
    const log = { bypassesCache: true };
    const { url, startTime } = snapshot.resources[1]!;
    const logged = addNetworkLog(snapshot, [{ url, startedAt: snapshot.startedAt + startTime, log }]);
    expect(logged).not.toBe(snapshot);
    expect(listExclusions(logged, 'cold')).toEqual([]);
  });

  it.each<[number | undefined, Exclusion[]]>([
    [undefined, []],
    [0.25, []],
    [0.6, ['machine-busy']],
  ])('a load that began with %s of the processor busy is excluded for %j', (busy, expected) => {
    const first = buildSnapshot(createCapture(), undefined, { busy });
    expect(listExclusions(first, 'cold')).toEqual(expected);
    // What was known of its beginning stays with it.
    expect(buildSnapshot(createCapture({ revision: 2 }), first).busy).toBe(busy);
  });
});
