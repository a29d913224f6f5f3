import { expect, test } from 'vitest';
import { buildSnapshot } from '../../src/domain/build-snapshot.ts';
import { createCapture } from '../../src/domain/capture.fixture.ts';
import type { Snapshot } from '../../src/domain/snapshot.ts';
import type { Contestant, Suspect } from './contestant.ts';
import { judge, measureEffect } from './judge-block.ts';
import type { RecordedBlock } from './recording.ts';

const template = buildSnapshot(createCapture());

function blockOf(fault: string, before: number[], after: number[]): RecordedBlock {
  const load = (value: number): Snapshot => ({
    ...template,
    metrics: { firstContentfulPaint: value, largestContentfulPaint: value + 10 },
  });
  const variant = { fault, strength: 1, line: { bytesPerMs: 1, latency: 0 }, slowdown: 1, secure: false };
  return { variant, baseline: before.map(load), current: after.map(load), busy: [] };
}

const accusing = (...suspects: Suspect[]): Contestant => ({ name: 'test', accuse: () => suspects });

const CONSENT = { kind: 'added-resource', resource: '/js/consent.js', contribution: 150 } as const;
const OTHER = { kind: 'slow-server', resource: '/css/main.css', contribution: 50 } as const;

test('the effect is the difference of the medians, of the metric that got worst', () => {
  const effect = measureEffect(blockOf('slow-css', [100, 110, 900], [300, 310, 320]));
  expect(effect).toEqual({ metric: 'firstContentfulPaint', size: 200, isWeak: false });
  expect(measureEffect(blockOf('slow-css', [100], [120]))?.isWeak).toBe(true);
});

test.each([
  ['first', [CONSENT, OTHER], [1], true, 0.25],
  ['second', [OTHER, CONSENT], [2], false, 0.25],
  ['not at all', [OTHER], [Infinity], false, 1],
  ['another kind', [{ ...CONSENT, kind: 'script-execution' }], [1], false, 0.25],
  ['nothing named', [], [Infinity], false, 1],
] as const)('the cause comes %s', (_case, suspects, places, isKindRight, error) => {
  const block = blockOf('rb-script', [100], [300]);
  const effect = { metric: 'firstContentfulPaint', size: 200, isWeak: false } as const;
  expect(judge(accusing(...suspects), block, effect)).toEqual({ places, isKindRight, error });
});

test('of two causes each has its place, and their contributions count together', () => {
  const block = blockOf('double-ttfb-script', [100], [300]);
  const effect = { metric: 'firstContentfulPaint', size: 200, isWeak: false } as const;
  const document = { kind: 'slow-document', contribution: 40 } as const;
  const { places, error } = judge(accusing(CONSENT, OTHER, document), block, effect);
  expect(places).toEqual([3, 1]);
  expect(error).toBeCloseTo(0.05, 9);
});
