import { expect, it } from 'vitest';
import { judge, repeat, visitIdOf, withLcp } from './judged.fixture.ts';
import { deriveVisitList, type VisitItem } from './visit-list.ts';

function list(history: ReturnType<typeof judge>, openVisit?: string): VisitItem[] {
  return deriveVisitList({ visits: history.visits, openVisit, now: history.latest.snapshot.startedAt });
}

const learnt = repeat(5, withLcp(1000));

it('lists the newest first', () => {
  expect(list(judge(repeat(3, {}))).map(({ visitId }) => visitId)).toEqual([2, 1, 0].map(visitIdOf));
});

it.each([
  ['learning', [withLcp(1000)], 'wait', 'Learning'],
  ['fine', [...learnt, withLcp(1010)], 'good', 'Fine'],
  ['better', [...learnt, withLcp(300)], 'good', 'Improved'],
  ['regressed', [...learnt, withLcp(1800)], 'bad', 'LCP regressed'],
  ['regressed and over budget', [...learnt, withLcp(2600)], 'bad', 'LCP regressed'],
  ['over budget while learning', [withLcp(2600)], 'bad', '1 over budget'],
  ['not judged', [{ hidden: true }], 'quiet', 'Not judged'],
] as const)('marks a load as %s', (_name, captures, tone, text) => {
  expect(list(judge(captures))[0]?.mark).toMatchObject({ tone, text });
});

it('names the worst of several regressions, and what is over budget besides', () => {
  const worse = { ...withLcp(2600), longTasks: repeat(3, { startTime: 200, duration: 90 }) };
  expect(list(judge([...learnt, worse]))[0]?.mark).toEqual({
    tone: 'bad',
    text: 'LCP and 2 more regressed',
    more: '1 over budget',
  });
});

it('shows what was not measured as a dash, and the flags without the cohort', () => {
  const [item] = list(judge([{ vitals: {}, late: true, stage: 'final' }]));
  expect(item?.cells.find(({ metric }) => metric === 'largestContentfulPaint')?.value).toBe('–');
  expect(item?.cohort).toBe('Reload · cold cache');
  expect(item?.flags.map(({ key }) => key)).toEqual(['late']);
});
