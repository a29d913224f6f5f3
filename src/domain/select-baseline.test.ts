import { describe, expect, it } from 'vitest';
import { buildSnapshot } from './build-snapshot.ts';
import { createCapture } from './capture.fixture.ts';
import { createPageState, observe } from './observe.ts';
import { createLoads } from './scan/series.fixture.ts';
import { type JudgedVisit, selectBaseline, selectCurrent } from './select-baseline.ts';
import type { Snapshot } from './snapshot.ts';
import { median } from './statistics.ts';
import type { MetricVerdict } from './verdict.ts';
import { createVisits as createSnapshots } from './visit.fixture.ts';

/** One letter a visit: g(ood), r(egressed), s(uspected), x(cluded), o(ther cohort). */
function createVisits(letters: string): JudgedVisit[] {
  return [...letters].map((letter, i) => {
    const load: MetricVerdict = {
      verdict: letter === 'r' ? 'regressed' : 'unchanged',
      suspected: letter === 's',
    };
    return {
      snapshot: { ...buildSnapshot(createCapture()), visitId: `${i}` },
      judgement: {
        rule: 'classic',
        cohort: letter === 'o' ? 'navigate/cold/desktop' : 'reload/warm/desktop',
        excluded: letter === 'x' ? ['hidden'] : [],
        metrics: { load },
        budgets: [],
      },
    };
  });
}

describe('selectBaseline and selectCurrent', () => {
  it.each([
    ['g', '', '0'],
    ['ggg', '01', '2'],
    ['gggrr', '012', '34'],
    ['gggssr', '012', '345'],
    ['gxogr', '03', '4'],
    ['grggr', '023', '4'],
    ['rrr', '', '012'],
    ['ggggggggggg', '23456789', '10'],
  ])('splits %s into baseline %s and current %s', (letters, baseline, current) => {
    const visits = createVisits(letters);
    const ids = (snapshots: readonly { visitId: string }[]) =>
      snapshots.map(({ visitId }) => visitId).join('');
    expect(ids(selectBaseline(visits, visits.at(-1)!))).toBe(baseline);
    expect(ids(selectCurrent(visits, visits.at(-1)!))).toBe(current);
  });

  it('does not look past the visit it is asked about', () => {
    const visits = createVisits('gggg');
    expect(selectBaseline(visits, visits[2]!).map(({ visitId }) => visitId)).toEqual(['0', '1']);
  });
});

/** Loads of one page with these largest contentful paints, as the scan rule judges them one by one. */
function judgeByScan(paints: readonly number[]): JudgedVisit[] {
  const page = { key: 'http://localhost:8080/', origin: 'http://localhost:8080', route: '/' };
  let state = createPageState(page, 'scan');
  return createSnapshots(paints).map((snapshot) => {
    const observation = observe(state, snapshot, { budgets: [] });
    state = observation.page;
    return { snapshot, judgement: observation.judgement };
  });
}

const paintOf = ({ metrics }: Snapshot): number => Number(metrics.largestContentfulPaint);

interface Loads {
  readonly level: number;
  readonly count: number;
}

function listPaints(before: Loads, after: Loads): number[] {
  return [before, after].flatMap(({ level, count }) => createLoads(level, count, 0.04));
}

const CHANGES = [
  { what: 'a page that got much faster', before: { level: 1560, count: 8 }, after: { level: 408, count: 7 } },
  {
    what: 'a page that got a little faster',
    before: { level: 1560, count: 12 },
    after: { level: 1150, count: 9 },
  },
  {
    what: 'a page that got a little slower',
    before: { level: 600, count: 22 },
    after: { level: 750, count: 9 },
  },
  { what: 'a page that got much slower', before: { level: 588, count: 8 }, after: { level: 1220, count: 7 } },
  {
    what: 'a change that has lasted for long',
    before: { level: 600, count: 22 },
    after: { level: 800, count: 45 },
  },
];

describe('the loads of a change that the scan rule has confirmed', () => {
  it.each(CHANGES)('never make the baseline of $what', ({ before, after }) => {
    const visits = judgeByScan(listPaints(before, after));
    const changed = new Set(visits.slice(before.count).map(({ snapshot }) => snapshot));
    const told = visits.filter(({ judgement }) => isConfirmed(judgement.metrics.largestContentfulPaint));
    expect(told.length).toBeGreaterThan(0);
    for (const latest of told) {
      const baseline = selectBaseline(visits, latest);
      expect(baseline.length).toBeGreaterThanOrEqual(5);
      expect(baseline.filter((snapshot) => changed.has(snapshot))).toEqual([]);
      expect(selectCurrent(visits, latest).filter((snapshot) => !changed.has(snapshot))).toEqual([]);
    }
  });

  it.each(CHANGES)('tell the difference that the verdict tells of $what', ({ before, after }) => {
    const visits = judgeByScan(listPaints(before, after));
    const told = visits.filter(({ judgement }) => isConfirmed(judgement.metrics.largestContentfulPaint));
    for (const latest of told) {
      const verdict = latest.judgement.metrics.largestContentfulPaint;
      expect(median(selectBaseline(visits, latest).map(paintOf))).toBe(verdict?.baseline?.value);
      // The verdict counts up to twenty current loads, the comparison shows the newest eight.
      if (Number(verdict?.current?.n) > 8) continue;
      expect(median(selectCurrent(visits, latest).map(paintOf))).toBe(verdict?.current?.value);
    }
  });

  it('leaves out what may belong to the change when the first loads are no longer stored', () => {
    const visits = judgeByScan(listPaints({ level: 1560, count: 8 }, { level: 408, count: 7 })).slice(3);
    const baseline = selectBaseline(visits, visits.at(-1)!);
    expect(baseline.length).toBe(5);
    expect(Math.min(...baseline.map(paintOf))).toBeGreaterThan(1400);
  });
});

function isConfirmed(verdict: MetricVerdict | undefined): boolean {
  return verdict?.verdict === 'improved' || verdict?.verdict === 'regressed';
}
