import { describe, expect, it } from 'vitest';
import { buildSnapshot } from '../../src/domain/build-snapshot.ts';
import { createCapture, createCapturedResource } from '../../src/domain/capture.fixture.ts';
import type { CapturedResource } from '../../src/domain/capture.ts';
import { deriveRequestRows, summarizeRequests } from './request-rows.ts';

const HIDDEN = {
  requestStart: undefined,
  responseStart: undefined,
  transferSize: 0,
  encodedSize: 0,
  decodedSize: 0,
};

const plain = (text: string): string => text.replaceAll(/\u00a0|\u202f/g, ' ');

function snapshotOf(...resources: Partial<CapturedResource>[]) {
  return buildSnapshot(createCapture({ resources: resources.map(createCapturedResource) }));
}

function rowOf(resource: Partial<CapturedResource>) {
  const [, row] = deriveRequestRows(snapshotOf(resource), 50);
  const texts = Object.entries(row ?? {}).map(([key, value]) => [
    key,
    typeof value === 'string' ? plain(value) : value?.map(plain),
  ]);
  return Object.fromEntries(texts) as unknown;
}

describe('deriveRequestRows', () => {
  it('says what was measured of a request', () => {
    expect(rowOf({ protocol: 'h2' })).toMatchObject({
      name: '/app.js',
      type: 'Script',
      delivery: 'Network, h2',
      size: '10 kB',
      provenance: 'observed',
      start: '55 ms',
      duration: '30 ms',
      phases: 'queue 2 ms, wait 18 ms, receive 10 ms',
      marks: [],
    });
  });

  it.each<[string, Partial<CapturedResource>, object]>([
    [
      'a hidden request',
      { ...HIDDEN, url: 'https://cdn.test/a.js' },
      { size: 'hidden', phases: 'phases hidden', name: 'cdn.test/a.js', marks: ['third party'] },
    ],
    ['a cached one', { transferSize: 0 }, { size: '0 B', delivery: 'Cache' }],
    [
      'a 304',
      { status: 304, transferSize: 300 },
      { size: '≈ 300 B', provenance: 'estimated', delivery: 'Revalidated' },
    ],
    ['an error', { status: 404 }, { failed: 'Status 404' }],
    ['what held up the paint', { renderBlocking: true }, { marks: ['blocked the first paint'] }],
    [
      'what came after it',
      { renderBlocking: true, startTime: 500 },
      { marks: ['render-blocking, but ended after the first paint'] },
    ],
    [
      'the word of the server',
      {
        serverTiming: [
          { name: 'db', duration: 12.5 },
          { name: 'cache', description: 'hit' },
        ],
      },
      { marks: ['server: db 13 ms, cache hit'] },
    ],
    ['early hints', { interimResponseStart: 58 }, { marks: ['early hints'] }],
  ])('describes %s', (_what, resource, expected) => {
    expect(rowOf(resource)).toMatchObject(expected);
  });

  it('lists them in the order they began, those of one address too', () => {
    const rows = deriveRequestRows(snapshotOf({ startTime: 900 }, { startTime: 20 }), 50);
    expect(rows.map(({ start }) => plain(start))).toEqual(['0 ms', '20 ms', '900 ms']);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(3);
    expect(deriveRequestRows(snapshotOf({ startTime: 900 }, { startTime: 20 }), 2)).toHaveLength(2);
  });
});

describe('summarizeRequests', () => {
  it('counts where sizes come from', () => {
    const snapshot = snapshotOf({}, { ...HIDDEN, url: 'https://cdn.test/a.js' });
    expect(summarizeRequests(snapshot)).toBe('Sizes: 2 seen by the page, 1 hidden by another site.');
    const overflow = { img: { count: 7, transferSize: 0, decodedSize: 0 } };
    expect(summarizeRequests({ ...snapshot, overflow })).toMatch(/7 more requests are in the sums only/);
  });
});
