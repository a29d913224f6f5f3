import { expect, it } from 'vitest';
import type { MetricVerdict } from '../../src/domain/verdict.ts';
import { deriveGuardHint } from './guard-hint.ts';
import { judge, repeat, withLcp } from './judged.fixture.ts';

const { latest } = judge(repeat(6, withLcp(1000)));

function hint(pageSpeed: Partial<MetricVerdict> | undefined): string | undefined {
  const { pageSpeed: _own, ...judgement } = latest.judgement;
  const known = pageSpeed && { pageSpeed: { verdict: 'unchanged' as const, ...pageSpeed } };
  return deriveGuardHint({ ...latest, judgement: { ...judgement, ...known } });
}

const baseline = { value: 1000, n: 10 };

it('speaks up where only large changes would be seen, and says how large', () => {
  expect(hint({ baseline, minimumDetectable: 460 })).toContain('+46');
});

it.each<[string, Partial<MetricVerdict> | undefined]>([
  ['where the machine is calm', { baseline, minimumDetectable: 260 }],
  ['where the baseline is small', { baseline: { value: 1000, n: 9 }, minimumDetectable: 900 }],
  ['where nothing is known of the scatter', { baseline }],
  ['where there is no baseline', { minimumDetectable: 900 }],
  ['where the load was not judged', undefined],
])('is silent %s', (_where, pageSpeed) => expect(hint(pageSpeed)).toBeUndefined());
