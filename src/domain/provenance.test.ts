import { describe, expect, it } from 'vitest';
import { buildSnapshot } from './build-snapshot.ts';
import { createCapture, createCapturedResource } from './capture.fixture.ts';
import { addNetworkLog } from './network-log-merge.ts';
import type { CapturedResource } from './capture.ts';
import { classifyProvenance, isLowerBound } from './provenance.ts';

const HIDDEN = {
  url: 'https://cdn.test/a.js',
  requestStart: undefined,
  responseStart: undefined,
  transferSize: 0,
  encodedSize: 0,
  decodedSize: 0,
};

function snapshotOf(resource: Partial<CapturedResource>) {
  return buildSnapshot(createCapture({ resources: [createCapturedResource(resource)] }));
}

describe('classifyProvenance', () => {
  it.each([
    ['observed', {}],
    ['observed', { transferSize: 0 }],
    ['estimated', { status: 304, transferSize: 300 }],
    ['restricted', HIDDEN],
  ])('is %s for %j', (expected, resource) => {
    expect(classifyProvenance(snapshotOf(resource).resources[1]!)).toBe(expected);
  });

  it('is the network log where that tells what the browser hides', () => {
    const [, hidden] = snapshotOf(HIDDEN).resources;
    expect(classifyProvenance({ ...hidden!, networkLog: { transferSize: 5000 } })).toBe('network-log');
    expect(classifyProvenance({ ...hidden!, networkLog: { priority: 'High' } })).toBe('restricted');
  });
});

it('calls sums with a hidden size lower bounds, and nothing else', () => {
  expect(isLowerBound(snapshotOf(HIDDEN), 'transferSize')).toBe(true);
  expect(isLowerBound(snapshotOf(HIDDEN), 'requests')).toBe(false);
  expect(isLowerBound(snapshotOf({}), 'transferSize')).toBe(false);
  const { url, startedAt } = { url: HIDDEN.url, startedAt: snapshotOf(HIDDEN).startedAt + 55 };
  const told = addNetworkLog(snapshotOf(HIDDEN), [{ url, startedAt, log: { transferSize: 5000 } }]);
  expect(isLowerBound(told, 'transferSize')).toBe(false);
  expect(isLowerBound(told, 'decodedSize')).toBe(true);
});
