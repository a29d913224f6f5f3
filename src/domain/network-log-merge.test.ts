import { describe, expect, it } from 'vitest';
import { buildSnapshot } from './build-snapshot.ts';
import { createCapture, createCapturedResource } from './capture.fixture.ts';
import type { CapturedResource } from './capture.ts';
import type { LoggedRequest } from './network-log.ts';
import { addNetworkLog, alignNetworkLog, withoutNetworkLog } from './network-log-merge.ts';
import { classifyProvenance } from './provenance.ts';

const { startedAt } = createCapture();
const CDN = 'https://cdn.test/a.js';

/** What the page sees of a request to another origin that sends no Timing-Allow-Origin. */
const restricted = (startTime: number, url = CDN): CapturedResource => ({
  url,
  initiatorType: 'script',
  startTime,
  fetchStart: startTime,
  responseEnd: startTime + 40,
  transferSize: 0,
  encodedSize: 0,
  decodedSize: 0,
});

const logged = (after: number, transferSize?: number, url = CDN): LoggedRequest => ({
  url,
  startedAt: startedAt + after,
  log: { priority: 'High', ...(transferSize !== undefined && { transferSize }) },
});

const snapshotOf = (...resources: CapturedResource[]) => buildSnapshot(createCapture({ resources }));
const sizesOf = ({ resources }: ReturnType<typeof buildSnapshot>) =>
  resources.filter(({ url }) => url === CDN).map(({ networkLog }) => networkLog?.transferSize);

describe('addNetworkLog', () => {
  it('makes known what the page could not see, and measures again', () => {
    const before = snapshotOf(restricted(60), createCapturedResource({ startTime: 70 }));
    const after = addNetworkLog(before, [logged(61, 9_000)]);
    expect(before.metrics.transferSize).toBe(15_600);
    expect(after.metrics).toEqual({ ...before.metrics, transferSize: 24_600 });
    expect(after.totals.find(({ party }) => party === 'third')).toMatchObject({
      transferSize: 9_000,
      restricted: 0,
    });
    expect(after.resources.map(classifyProvenance)).toEqual(['observed', 'network-log', 'observed']);
  });

  it('leaves the size that the page saw, and adds the rest', () => {
    const before = snapshotOf(createCapturedResource({ url: CDN, startTime: 60 }));
    const after = addNetworkLog(before, [logged(60, 99)]);
    expect(after.metrics).toEqual(before.metrics);
    expect(after.resources[1]?.networkLog).toEqual({ priority: 'High', transferSize: 99 });
  });

  it('gives back the snapshot itself when there is nothing new', () => {
    const once = addNetworkLog(snapshotOf(restricted(60)), [logged(61, 9_000)]);
    expect(addNetworkLog(once, [logged(61, 9_000)])).toBe(once);
    expect(addNetworkLog(once, [logged(61, 5)])).toBe(once);
    expect(addNetworkLog(once, [])).toBe(once);
  });

  it.each([
    ['in order', [logged(60, 1), logged(300, 2)], [1, 2]],
    ['in any order', [logged(300, 2), logged(60, 1)], [1, 2]],
    ['the nearest, once', [logged(290, 2)], [undefined, 2]],
    ['those nearest, of three', [logged(62, 1), logged(180, 5), logged(301, 2)], [1, 2]],
    ['none of another load', [logged(-5_000, 1), logged(60_000, 2)], [undefined, undefined]],
    ['none for another URL', [logged(60, 1, 'https://cdn.test/b.js')], [undefined, undefined]],
  ])('gives two requests for one URL each its own: %s', (_what, requests, expected) => {
    expect(sizesOf(addNetworkLog(snapshotOf(restricted(60), restricted(300)), requests))).toEqual(expected);
  });

  it('redacts again what it is given', () => {
    const log = {
      initiatorUrl: 'https://a.test/?token=SECRET',
      initiatorStack: ['https://a.test/a.js#SECRET'],
    };
    const after = addNetworkLog(snapshotOf(restricted(60)), [{ url: CDN, startedAt: startedAt + 60, log }]);
    expect(JSON.stringify(after)).not.toContain('SECRET');
  });

  it('survives the later revisions of the visit', () => {
    const first = addNetworkLog(snapshotOf(restricted(60)), [
      logged(61, 9_000),
      logged(1, 5_300, 'http://localhost:8080/'),
    ]);
    const second = buildSnapshot(
      createCapture({
        revision: 2,
        resourceOffset: 1,
        resources: [restricted(900, 'https://cdn.test/late.js')],
      }),
      first,
    );
    expect(second.resources.map(({ networkLog }) => networkLog?.transferSize)).toEqual([
      5_300,
      9_000,
      undefined,
    ]);
    const sentAgain = createCapture({
      revision: 2,
      resourceOffset: 0,
      resources: [restricted(60), restricted(900)],
    });
    expect(sizesOf(buildSnapshot(sentAgain, first))).toEqual([9_000, undefined]);
  });
});

describe('alignNetworkLog', () => {
  it('puts a log back on the clock of a page whose computer has slept', () => {
    const snapshot = snapshotOf(restricted(60), restricted(300));
    const slept = 3_600_000;
    const log = [
      logged(1 + slept, 5_300, 'http://localhost:8080/'),
      logged(60 + slept, 1),
      logged(300 + slept, 2),
    ];
    expect(sizesOf(addNetworkLog(snapshot, log))).toEqual([undefined, undefined]);
    expect(sizesOf(addNetworkLog(snapshot, alignNetworkLog(snapshot, log)))).toEqual([1, 2]);
  });

  it('leaves a log without the document as it is', () => {
    expect(alignNetworkLog(snapshotOf(restricted(60)), [logged(60, 1)])).toEqual([logged(60, 1)]);
  });
});

describe('withoutNetworkLog', () => {
  it('is the snapshot as a load without DevTools would have measured it', () => {
    const before = snapshotOf(restricted(60));
    expect(withoutNetworkLog(addNetworkLog(before, [logged(60, 9_000)]))).toEqual(before);
    expect(withoutNetworkLog(before)).toBe(before);
  });
});
