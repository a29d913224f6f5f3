import { expect, it } from 'vitest';
import type { MetricVerdict } from '../../src/domain/verdict.ts';
import { describeSensitivity } from './sensitivity.ts';

const baseline = { value: 1000, n: 20 };

it.each<[string, MetricVerdict | undefined, string | undefined]>([
  ['no verdict', undefined, undefined],
  ['learning', { verdict: 'needs-more-loads', needs: 3 }, undefined],
  [
    'the smallest change, relative to the baseline',
    { verdict: 'unchanged', baseline, minimumDetectable: 120 },
    'Today a change of +12 % or more would be seen.',
  ],
  [
    'the smallest change of what is usually nothing',
    { verdict: 'unchanged', baseline: { value: 0, n: 20 }, minimumDetectable: 25 },
    'Today a change of +25 ms or more would be seen.',
  ],
  [
    'the interval, too',
    { verdict: 'regressed', baseline, interval: [380, 440], minimumDetectable: 120 },
    'The shift is between +380 ms and +440 ms (95 % sure). Today a change of +12 % or more would be seen.',
  ],
  [
    'the loads behind it',
    { verdict: 'regressed', baseline, current: { value: 1400, n: 6 } },
    'The median of 6 loads against 20 loads of the baseline.',
  ],
  [
    'a load that is learnt',
    {
      verdict: 'needs-more-loads',
      baseline: { value: 1000, n: 1 },
      current: { value: 1400, n: 1 },
      needs: 4,
    },
    'This load against 1 load of the baseline.',
  ],
])('%s', (_, verdict, words) => {
  expect(describeSensitivity('largestContentfulPaint', verdict)?.replaceAll('\u00a0', ' ')).toBe(words);
});
