import { expect, it } from 'vitest';
import type { Comparison } from '../../src/domain/cause.ts';
import { type History, judge, repeat, withLcp } from './judged.fixture.ts';
import { deriveVerdictLine } from './breach-list.ts';
import { deriveHeadline, type Headline } from './headline.ts';

const plain = (text: string | undefined): string | undefined => text?.replaceAll('\u00a0', ' ');

function headline(history: History, comparison?: Comparison): Headline {
  const result = deriveHeadline({ state: history.state, latest: history.latest, comparison });
  const { text, detail } = result;
  return { ...result, text: plain(text) ?? '', ...(detail !== undefined && { detail: plain(detail) ?? '' }) };
}

const learnt = repeat(5, withLcp(1000));

const because = (contribution: number): Comparison => ({
  verdict: 'regressed',
  summary: '',
  resources: { added: [], removed: [], resized: [], retimed: [], renamed: [] },
  metrics: {
    largestContentfulPaint: {
      verdict: 'regressed',
      unit: 'ms',
      delta: 800,
      baseline: { median: 1000, n: 5 },
      current: { median: 1800, n: 1 },
      unexplained: 800 - contribution,
      causes: [
        {
          kind: 'added-resource',
          contribution,
          share: contribution / 800,
          confidence: 'high',
          summary: 'added render-blocking script /chart.js (254 kB)',
          evidence: [],
          advice: '',
        },
      ],
    },
  },
});

it('tells a regression with its top cause', () => {
  expect(headline(judge([...learnt, withLcp(1800)]), because(610))).toEqual({
    tone: 'bad',
    text: 'LCP +800 ms (+80 %) since the baseline.',
    detail: 'Added render-blocking script /chart.js (254 kB): explains 610 ms.',
    next: 'why',
  });
});

it('says of a cause that did more than the metric shows that others made up for it', () => {
  expect(headline(judge([...learnt, withLcp(1800)]), because(1000)).detail).toBe(
    'Added render-blocking script /chart.js (254 kB): +1,000 ms, partly made up for by other changes.',
  );
});

it('tells a regression before its cause is known, and never a cause that made things better', () => {
  const history = judge([...learnt, withLcp(1800)]);
  expect(headline(history)).not.toHaveProperty('detail');
  expect(headline(history, because(-100))).not.toHaveProperty('detail');
});

it('claims nothing of what noise hides', () => {
  const { latest, ...rest } = judge([...learnt, ...repeat(3, withLcp(1000))]);
  const noisy = {
    verdict: 'unchanged',
    delta: 380,
    baseline: { value: 1000, n: 5 },
    interval: [-300, 1100],
    minimumDetectable: 1600,
  } as const;
  const metrics = { ...latest.judgement.metrics, largestContentfulPaint: noisy, longestTask: noisy };
  const scattered = { ...latest, judgement: { ...latest.judgement, metrics } };
  expect(headline({ ...rest, latest: scattered })).toMatchObject({
    tone: 'quiet',
    text: 'Nothing confirmed; too noisy to tell: LCP.',
  });
  expect(deriveVerdictLine(scattered)).toMatchObject({
    tone: 'quiet',
    text: 'Nothing confirmed; too noisy to tell: LCP.',
  });
});

it('names the first of many', () => {
  const worse = { ...withLcp(1800), longTasks: repeat(4, { startTime: 400, duration: 300 }) };
  const { latest, visits, ...rest } = judge([...learnt, worse]);
  const metrics = { ...latest.judgement.metrics };
  for (const name of ['firstContentfulPaint', 'load', 'domInteractive'] as const) {
    metrics[name] = { ...metrics.largestContentfulPaint!, verdict: 'regressed' };
  }
  const many = { ...latest, judgement: { ...latest.judgement, metrics } };
  expect(headline({ ...rest, visits, latest: many }).text).toBe(
    'LCP +800 ms (+80 %) since the baseline; also regressed: FCP, TBT, Load and 2 more.',
  );
});

it('puts what users feel first, whatever grew most', () => {
  const worse = { ...withLcp(1800), longTasks: repeat(4, { startTime: 400, duration: 300 }) };
  expect(headline(judge([...learnt, worse])).text).toBe(
    'LCP +800 ms (+80 %) since the baseline; also regressed: TBT, Long tasks.',
  );
});

it('puts a regression before a broken budget, and a broken budget before learning', () => {
  const both = headline(judge([...learnt, withLcp(2600)]));
  expect(both.text).toMatch(/^LCP \+1,600 ms/);
  expect(both.detail).toBe('Over budget: LCP.');
  expect(headline(judge([withLcp(2600)]))).toEqual({
    tone: 'bad',
    text: 'LCP is over budget: 2,600 ms of 2,500 ms (+100 ms).',
    next: 'budgets',
  });
});

it('counts the loads while learning', () => {
  expect(headline(judge(repeat(3, withLcp(1000))))).toEqual({
    tone: 'wait',
    text: 'Learning what is normal: 3 of 5 loads.',
    detail: 'Reload to go on. 11 limits hold.',
    next: 'reload',
  });
});

it('says why a load is not judged', () => {
  const { text, detail } = headline(judge([...learnt, { ...withLcp(9000), hidden: true }]));
  expect(text).toBe('This load is not judged.');
  expect(detail).toMatch(/background/);
});

it('reminds of a regression of another kind of load', () => {
  const { navigation } = judge([{}]).latest.snapshot;
  const navigated = { navigation: { ...navigation, kind: 'navigate' as const } };
  const history = judge([...learnt, withLcp(1800), ...repeat(6, { ...withLcp(1000), ...navigated })]);
  expect(headline(history).text).toBe('This load is fine; 1 regression of other kinds of load still open.');
});

it('says when all is good, and when something got better', () => {
  expect(headline(judge([...learnt, withLcp(1010)]))).toEqual({
    tone: 'good',
    text: 'All good: nothing got worse.',
    detail: '11 limits hold. Compared with 5 earlier loads.',
  });
  expect(headline(judge([...learnt, withLcp(400)])).text).toBe(
    'LCP −600 ms (−60 %): better than the baseline.',
  );
});
