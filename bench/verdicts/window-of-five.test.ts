import { describe, expect, it } from 'vitest';
import type { Contestant } from './contestant.ts';
import { DESIGN } from './simulate-loads.ts';
import { mannWhitney, medianOfFive } from './window-of-five.ts';

const load = (value: number) => ({ metrics: { load: value }, hiccup: false });
const baseline = [900, 1000, 1100, 980, 1020, 1000, 1010, 990, 1030, 970].map(load);

function judgeAll(contestant: Contestant, values: readonly number[]): boolean[] {
  const judge = contestant.start(baseline, { isNewBuild: true, conditions: { ...DESIGN, cv: 0.1 } });
  return values.map((value) => judge(load(value)).includes('load'));
}

describe.each([medianOfFive, mannWhitney])('$name', (contestant) => {
  it('says nothing before the fifth load', () => {
    expect(judgeAll(contestant, [2000, 2000, 2000, 2000])).toEqual([false, false, false, false]);
  });

  it('sees five slow loads, and forgets them again', () => {
    const alarms = judgeAll(contestant, [1500, 1510, 1520, 1530, 1540, 1000, 1000, 990, 980, 1000]);
    expect(alarms[4]).toBe(true);
    expect(alarms[9]).toBe(false);
  });

  it('does not mind five fast ones', () => {
    expect(judgeAll(contestant, [500, 500, 500, 500, 500])[4]).toBe(false);
  });
});

describe('medianOfFive', () => {
  it('draws the line at a tenth', () => {
    expect(judgeAll(medianOfFive, [1099, 1099, 1099, 1099, 1099])[4]).toBe(false);
    expect(judgeAll(medianOfFive, [1101, 1101, 1101, 900, 900])[4]).toBe(true);
  });
});

describe('mannWhitney', () => {
  it('allows the baseline two wins of twenty-five', () => {
    // The five newest of the baseline are 1000, 1010, 990, 1030 and 970.
    expect(judgeAll(mannWhitney, [1100, 1100, 1100, 1100, 1005])[4]).toBe(true);
    expect(judgeAll(mannWhitney, [1100, 1100, 1100, 1100, 995])[4]).toBe(false);
  });
});
