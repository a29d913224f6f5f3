import { expect, it } from 'vitest';
import { deriveFlags, summarizeExclusions } from './flags.ts';
import { judge } from './judged.fixture.ts';

const labels = (history: ReturnType<typeof judge>, open: boolean): string[] =>
  deriveFlags(history.latest, open).map(({ label }) => label);

it('names the cohort first, then every reservation', () => {
  expect(labels(judge([{ hidden: true, late: true, stage: 'final' }]), false)).toEqual([
    'Reload · cold cache',
    'Hidden tab',
    'Measured late',
  ]);
});

it('says that a soft navigation is a guess where the browser does not report them', () => {
  const guessed = { navigation: { kind: 'soft-navigation' as const }, stage: 'final' as const };
  expect(labels(judge([guessed]), false)).toContain('Guessed navigation');
  expect(labels(judge([{ ...guessed, softNavigations: true }]), false)).not.toContain('Guessed navigation');
});

it('tells a page still open from a tail that never came', () => {
  expect(labels(judge([{ stage: 'provisional' }]), true)).toContain('CLS, INP still counting');
  expect(labels(judge([{ stage: 'provisional' }]), false)).toContain('Not final');
  expect(labels(judge([{ stage: 'final' }]), false)).toEqual(['Reload · cold cache']);
});

it('counts what exceeded a bound', () => {
  const [, flag] = deriveFlags(
    judge([{ stage: 'final', dropped: { longTasks: 3, userTimings: 4 } }]).latest,
    false,
  );
  expect(flag?.why.replaceAll('\u00a0', ' ')).toMatch(/^7 entries of this load/);
});

it('sums up the loads that are not counted', () => {
  const { visits } = judge([{}, { hidden: true }, { hidden: true }, { late: true }]);
  expect(summarizeExclusions(visits)?.replaceAll('\u00a0', ' ')).toBe(
    '3 of the last 4 loads not counted: 2 hidden tab, 1 measured late.',
  );
  expect(summarizeExclusions(visits.slice(0, 1))).toBeUndefined();
});
