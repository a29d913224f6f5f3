import { describe, expect, it } from 'vitest';
import type { Standing } from '../baseline.ts';
import { acquitMilestones } from './blame-milestones.ts';
import type { AllSeries } from './scan-state.ts';
import { createLoads, live } from './series.fixture.ts';
import { EMPTY_SERIES, type Series } from './series.ts';

const red = live([...createLoads(1000, 12, 0.08), ...createLoads(1500, 20, 0.08)]).series;

/** A regressed milestone whose newest loads are these; by itself it would not be resolved yet. */
const since = (...loads: number[]): Series => ({ ...red, recent: [...red.recent, ...loads] });

const pageSpeed = (standing: Standing): AllSeries => ({ pageSpeed: { ...EMPTY_SERIES, standing } });

const back = since(1000, 1010, 1700, 990);
const slow = since(1450, 1500, 1000, 1550);

function acquit(was: Standing, is: Standing): AllSeries {
  const milestones = { load: back, largestContentfulPaint: slow, timeToFirstByte: back };
  return acquitMilestones({ ...pageSpeed(was), ...milestones }, { ...pageSpeed(is), ...milestones });
}

describe('acquitMilestones', () => {
  it('resolves with page speed what is nearer to its baseline, and nothing else', () => {
    expect(red.standing).toBe('regressed');
    const { load, largestContentfulPaint, timeToFirstByte } = acquit('regressed', 'resolved');
    expect(load).toMatchObject({ standing: 'resolved', baseline: red.baseline, recent: [1010, 1700, 990] });
    expect(load?.change).toBeUndefined();
    expect(largestContentfulPaint).toBe(slow);
    expect(timeToFirstByte).toBe(back);
  });

  it.each<[Standing, Standing]>([
    ['regressed', 'regressed'],
    ['resolved', 'ok'],
    ['ok', 'ok'],
  ])('changes nothing while page speed goes from %s to %s', (was, is) => {
    const { load, largestContentfulPaint } = acquit(was, is);
    expect([load, largestContentfulPaint]).toEqual([back, slow]);
  });

  it('leaves alone what is not regressed', () => {
    const ok = live(createLoads(1000, 20, 0.08)).series;
    const after = { ...pageSpeed('resolved'), load: ok };
    expect(acquitMilestones(pageSpeed('regressed'), after)).toEqual(after);
  });
});
