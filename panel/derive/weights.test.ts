import { expect, it } from 'vitest';
import { createCapturedResource } from '../../src/domain/capture.fixture.ts';
import { judge } from './judged.fixture.ts';
import { deriveWeights } from './weights.ts';

const script = (path: string, transferSize: number) =>
  createCapturedResource({ url: `http://localhost:8080${path}`, transferSize, encodedSize: transferSize });

it('sums by type, heaviest first, and marks the limit that is broken', () => {
  const { latest } = judge([{ resources: [script('/a.js', 300_000), script('/b.js', 200_000)] }]);
  const weights = deriveWeights(latest);
  expect(weights.map(({ type, requests, broken }) => [type, requests, broken])).toEqual([
    ['script', '2', true],
    ['document', '1', false],
  ]);
  expect(weights[0]?.limitShare).toBeCloseTo(350_000 / 500_000);
  expect(weights[1]).not.toHaveProperty('limit');
});

it('calls a sum with hidden sizes a lower bound, and tells the third parties', () => {
  const hidden = createCapturedResource({
    url: 'https://cdn.test/c.js',
    transferSize: 0,
    encodedSize: 0,
    requestStart: undefined,
  });
  const { latest } = judge([{ resources: [script('/a.js', 10_000), hidden] }]);
  const scripts = deriveWeights(latest).find(({ type }) => type === 'script');
  expect(scripts?.size.replaceAll('\u00a0', ' ')).toBe('≥ 10 kB');
  expect(scripts?.thirdParty?.replaceAll('\u00a0', ' ')).toBe('50 %');
});
