import { expect, it } from 'vitest';
import { deriveBreaches, deriveVerdictLine, groupByCause } from './breach-list.ts';
import { judge, repeat, withLcp } from './judged.fixture.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const learnt = repeat(5, withLcp(1000));

it('lists regressions before budgets, and a metric that is both once', () => {
  const { latest } = judge([
    ...learnt,
    { ...withLcp(2600), settledAt: 9000, longTasks: repeat(3, { startTime: 200, duration: 90 }) },
  ]);
  expect(
    deriveBreaches(latest, undefined).map(({ label, what, amount }) => [label, what, plain(amount)]),
  ).toEqual([
    ['LCP', 'regressed', '+1,600 ms (+160 %)'],
    ['TBT', 'regressed', '+120 ms'],
    ['Long tasks', 'regressed', '+3'],
  ]);
});

it('tells a broken budget by what was measured and what is allowed', () => {
  const { latest } = judge([withLcp(2600)]);
  expect(deriveBreaches(latest, undefined)).toMatchObject([{ label: 'LCP', what: 'overBudget' }]);
  expect(plain(deriveBreaches(latest, undefined)[0]?.amount ?? '')).toBe('2,600 ms of 2,500 ms');
});

it.each([
  [[withLcp(2600)], 'bad', 'over', /^One breach/],
  [[...learnt, withLcp(1010)], 'good', 'check', /^All good/],
  [[withLcp(1000)], 'wait', 'learning', /still learning/],
  [[{ hidden: true }], 'quiet', 'info', /^Not judged: hidden tab/],
] as const)('has one line about a load', (captures, tone, icon, text) => {
  const line = deriveVerdictLine(judge(captures).latest);
  expect(line).toMatchObject({ tone, icon });
  expect(line.text).toMatch(text);
});

it.each([
  [
    { verdict: 'needs-more-loads', suspected: true, needs: 2 },
    'warn',
    'suspected',
    'LCP may have changed (+300 ms).',
  ],
  [{ verdict: 'improved' }, 'good', 'better', 'LCP +300 ms (+30 %): better than the baseline.'],
  [{ verdict: 'regressed' }, 'bad', 'worse', 'One breach.'],
] as const)('says what the panel says of a suspicion and of an improvement', (known, tone, icon, text) => {
  const { latest } = judge([...learnt, withLcp(1010)]);
  const largestContentfulPaint = { delta: 300, baseline: { value: 1000, n: 5 }, ...known };
  const metrics = { ...latest.judgement.metrics, largestContentfulPaint };
  const line = deriveVerdictLine({ ...latest, judgement: { ...latest.judgement, metrics } });
  expect({ ...line, text: plain(line.text) }).toEqual({ tone, icon, text });
});

it('says a cause once, and first what the first breach is due to', () => {
  const breach = (key: string, cause?: string) =>
    ({ key, label: key, what: 'regressed', amount: '+1', ...(cause && { cause }) }) as const;
  const groups = groupByCause([
    breach('lcp', 'a script'),
    breach('cls'),
    breach('fcp', 'a script'),
    breach('tbt'),
  ]);
  expect(groups.map(({ cause, breaches }) => [cause, breaches.map(({ key }) => key)])).toEqual([
    ['a script', ['lcp', 'fcp']],
    [undefined, ['cls', 'tbt']],
  ]);
});
