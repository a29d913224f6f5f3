import { describe, expect, it } from 'vitest';
import { noteBusy, noteLoad, noteTime, type Settle, settleDue } from './settle.ts';

type Step = { load: number } | { busy: [start: number, end: number] } | { time: number };

function run(steps: readonly Step[]): Settle {
  let settle: Settle = { busyUntil: 0 };
  for (const step of steps) {
    if ('load' in step) settle = noteLoad(settle, step.load);
    else if ('busy' in step) settle = noteBusy(settle, ...step.busy);
    else settle = noteTime(settle, step.time);
  }
  return settle;
}

describe('settle', () => {
  it.each<{ what: string; steps: Step[]; settledAt: number | undefined }>([
    { what: 'not before load', steps: [{ busy: [0, 100] }, { time: 20_000 }], settledAt: undefined },
    { what: 'not within a second', steps: [{ load: 500 }, { time: 1_499 }], settledAt: undefined },
    { what: 'a quiet second after load', steps: [{ load: 500 }, { time: 1_500 }], settledAt: 1_500 },
    {
      what: 'a quiet second after the last activity',
      steps: [{ load: 500 }, { busy: [700, 900] }, { time: 1_950 }],
      settledAt: 1_900,
    },
    {
      what: 'activity before load counts when it lasts longer',
      steps: [{ busy: [300, 800] }, { load: 500 }, { time: 1_800 }],
      settledAt: 1_800,
    },
    {
      what: 'the end of the window, however late it is noticed',
      steps: [{ load: 500 }, { time: 60_000 }],
      settledAt: 1_500,
    },
    {
      what: 'the first window, when activity after it is what is noticed first',
      steps: [{ load: 500 }, { busy: [1_700, 1_800] }, { time: 5_000 }],
      settledAt: 1_500,
    },
    {
      what: 'a request that began inside the window moves it',
      steps: [{ load: 500 }, { busy: [1_400, 2_000] }, { time: 3_000 }],
      settledAt: 3_000,
    },
    {
      what: 'three seconds after load on a page that never rests',
      steps: [
        { load: 500 },
        { busy: [600, 1_400] },
        { busy: [1_500, 2_300] },
        { busy: [2_400, 3_200] },
        { time: 3_500 },
      ],
      settledAt: 3_500,
    },
  ])('$what', ({ steps, settledAt }) => {
    expect(run(steps).settledAt).toBe(settledAt);
  });

  it('stays where it was, whatever comes later', () => {
    const steps: Step[] = [{ load: 500 }, { time: 1_500 }, { busy: [1_600, 9_000] }, { load: 7_000 }];
    expect(run([...steps, { time: 20_000 }])).toMatchObject({ load: 500, settledAt: 1_500 });
  });

  it('is due only once there was a load', () => {
    expect(settleDue(run([{ busy: [0, 100] }]))).toBeUndefined();
    expect(settleDue(run([{ busy: [0, 100] }, { load: 400 }]))).toBe(1_400);
  });
});
