import { expect, test } from 'vitest';
import { judgeMatching, sumMatching } from './judge-matching.ts';

test('files are found again after a release of any of the sites', () => {
  const scores = judgeMatching(20_260_301, 12);
  expect(scores.length).toBeGreaterThanOrEqual(10);
  const { files, precision, recall } = sumMatching(scores);
  expect(files).toBeGreaterThan(2_000);
  expect(precision).toBeGreaterThanOrEqual(0.995);
  expect(recall).toBeGreaterThanOrEqual(0.99);
});
