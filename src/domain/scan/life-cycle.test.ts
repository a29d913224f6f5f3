import { describe, expect, it } from 'vitest';
import { METRIC_NOISE } from './metric-noise.ts';
import { createLoads, live, onBuild } from './series.fixture.ts';

const usual = createLoads(1000, 26, 0.08);
const slow = createLoads(1500, 20, 0.08);
const requests = { noise: METRIC_NOISE.requests };
const repeat = (value: number, times: number): number[] => Array.from({ length: times }, () => value);

describe('a metric that scatters', () => {
  it('learns five loads, then is ok and grows, each load after a quarantine of six', () => {
    const { series, standings } = live(onBuild('a', usual));
    expect(standings.slice(0, 5)).toEqual(['learning', 'learning', 'learning', 'learning', 'ok']);
    expect(series.standing).toBe('ok');
    expect(series.baseline.length).toBeGreaterThan(15);
    expect(series.baseline).toEqual(usual.slice(0, series.baseline.length));
    expect(series.recent.length).toBeGreaterThanOrEqual(6);
  });

  it('becomes suspect, regressed, stays so, and is resolved by a fix', () => {
    const { standings } = live([...usual, ...slow.slice(0, 12), ...createLoads(1000, 8, 0.08)]);
    const [suspect, regressed, resolved] = ['suspect', 'regressed', 'resolved'].map((standing) =>
      standings.indexOf(standing, 26),
    );
    expect(suspect).toBe(26);
    expect(regressed).toBeLessThanOrEqual(26 + 5);
    expect(standings.slice(regressed, 26 + 12).every((standing) => standing === 'regressed')).toBe(true);
    expect(resolved! - (26 + 12) + 1).toBeLessThanOrEqual(5);
    expect(standings.at(-1)).toBe('ok');
  });

  it('is resolved, too, when its regression was stored without a scatter of its own', () => {
    const { change, ...red } = live([...usual, ...slow]).series;
    const { sigma: _sigma, ...stored } = change!;
    expect(red.standing).toBe('regressed');
    const score = live([1000], { from: { ...red, change: stored } }).series.change!.score;
    expect(score).toBeGreaterThan(0);
    const from = { ...red, change: { ...stored, score } };
    expect(live(createLoads(1000, 8, 0.08), { from }).standings).toContain('resolved');
  });

  it('stays regressed for a hundred loads, with the baseline as it was', () => {
    const before = live(usual).series;
    const after = live(Array.from({ length: 5 }, () => slow).flat(), { from: before }).series;
    expect(after.standing).toBe('regressed');
    expect(after.baseline).toEqual(before.baseline);
  });

  it('needs fewer loads when it knows that the build is new', () => {
    const before = live(onBuild('a', usual)).series;
    const moderate = createLoads(1280, 15, 0.1);
    const loadsUntilRegressed = (build: string): number =>
      live(onBuild(build, moderate), { from: before }).standings.indexOf('regressed') + 1;
    expect(loadsUntilRegressed('b')).toBeGreaterThan(0);
    expect(loadsUntilRegressed('b')).toBeLessThan(loadsUntilRegressed('a'));
  });

  it('takes up nothing from another build, however quiet', () => {
    const before = live(onBuild('a', usual.slice(0, 15))).series;
    const after = live(onBuild('b', createLoads(1000, 40, 0.08)), { from: before }).series;
    expect(after.baseline).toEqual(before.baseline);
    const back = live(onBuild('a', createLoads(1000, 8, 0.08)), { from: after }).series;
    expect(back.baseline.length).toBeGreaterThan(before.baseline.length);
    expect(back.baseline.slice(before.baseline.length).every((value) => back.baseline.includes(value))).toBe(
      true,
    );
  });

  it('does not grow on loads that creep up', () => {
    const creeping = Array.from({ length: 60 }, (_, i) => 1000 * 1.01 ** i);
    const { series, standings } = live([...usual, ...creeping]);
    expect(standings).toContain('regressed');
    expect(Math.max(...series.baseline)).toBeLessThan(1350);
  });

  it.each<[string, number[]]>([
    ['fixed in part', createLoads(3000, 12, 0.08)],
    ['found among hiccups', [3100, 2900, 3000, 2800]],
  ])('stays regressed, at its present level, when it was %s', (_name, found) => {
    const { series, standings } = live([...usual, ...found, ...createLoads(1500, 12, 0.08)]);
    expect(standings.slice(usual.length + 4).every((standing) => standing === 'regressed')).toBe(true);
    expect(series.change?.loads).toBeLessThanOrEqual(12);
    expect(live(createLoads(1000, 8, 0.08), { from: series }).standings).toContain('resolved');
  });

  it('learns a lower level of the same build by itself, and never a higher one', () => {
    const { series } = live([...createLoads(2000, 5, 0.05), ...createLoads(1000, 20, 0.05)]);
    expect(series.standing).toBe('ok');
    expect(Math.max(...series.baseline)).toBeLessThan(1200);
    const up = live([...createLoads(1000, 5, 0.05), ...createLoads(2000, 60, 0.05)]).series;
    expect(up.standing).toBe('regressed');
    expect(Math.max(...up.baseline)).toBeLessThan(1200);
  });

  it('offers what a new build improved, and keeps the old baseline until that is accepted', () => {
    const before = live(onBuild('a', usual)).series;
    const { series, standings } = live(onBuild('b', createLoads(600, 30, 0.08)), { from: before });
    expect(standings.slice(5).every((standing) => standing === 'improved')).toBe(true);
    expect(series.baseline).toEqual(before.baseline);
    const back = live(onBuild('c', createLoads(1000, 6, 0.08)), { from: series });
    expect(back.series.standing).toBe('ok');
  });

  it('neither grows nor is learnt lower while pinned', () => {
    const before = live(usual.slice(0, 5)).series;
    const quiet = live(createLoads(1000, 20, 0.08), { from: before, pinned: true }).series;
    expect(quiet.baseline).toEqual(before.baseline);
    const low = live(createLoads(600, 20, 0.08), { from: before, pinned: true }).series;
    expect(low.standing).toBe('improved');
    expect(low.baseline).toEqual(before.baseline);
  });

  it('is not alarmed by a burst of two hiccups', () => {
    const { standings } = live([...usual, 2600, 2900, ...createLoads(1000, 10, 0.08)]);
    expect(standings).not.toContain('regressed');
    expect(standings.at(-1)).toBe('ok');
  });
});

describe('a metric that has been constant', () => {
  it('learns three loads only', () => {
    expect(live(repeat(42, 4), requests).standings).toEqual(['learning', 'learning', 'ok', 'ok']);
    expect(live([42, 47, 42, 42, 42], requests).standings.at(-2)).toBe('learning');
  });

  it.each<[string, string, number]>([
    ['at once with a new build', 'b', 1],
    ['on the second load otherwise', 'a', 2],
  ])('regresses %s', (_name, build, loads) => {
    const before = live(onBuild('a', repeat(42, 6)), requests).series;
    const { standings } = live(onBuild(build, repeat(48, 3)), { ...requests, from: before });
    expect(standings.indexOf('regressed') + 1).toBe(loads);
  });

  it('waits one odd load out, and does not learn it', () => {
    const { series, standings } = live([...repeat(42, 6), 48, ...repeat(42, 20)], requests);
    expect(standings[6]).toBe('suspect');
    expect(standings.slice(7).every((standing) => standing === 'ok')).toBe(true);
    expect(new Set(series.baseline)).toEqual(new Set([42]));
  });

  it('does not take an odd load later in a build for one that the build explains', () => {
    const before = live(onBuild('a', repeat(42, 6)), requests).series;
    const { standings } = live(onBuild('b', [42, 42, 48, 42]), { ...requests, from: before });
    expect(standings).not.toContain('regressed');
  });

  it.each<[string, string, number]>([
    ['at once with a new build', 'c', 1],
    ['on the second load otherwise', 'b', 2],
  ])('is resolved %s', (_name, build, loads) => {
    const before = live([...onBuild('a', repeat(42, 6)), ...onBuild('b', repeat(48, 4))], requests).series;
    const { standings } = live(onBuild(build, repeat(42, 3)), { ...requests, from: before });
    expect(standings.indexOf('resolved') + 1).toBe(loads);
  });

  it('does not take a build it does not know for a new one', () => {
    const before = live([...onBuild('a', repeat(42, 6)), ...onBuild('b', repeat(48, 4))], requests).series;
    expect(live(repeat(42, 2), { ...requests, from: before }).standings).toEqual(['regressed', 'resolved']);
    const ok = live(onBuild('a', repeat(42, 6)), requests).series;
    expect(live(repeat(48, 2), { ...requests, from: ok }).standings).toEqual(['suspect', 'regressed']);
  });

  it('holds long tasks to three loads, because every hiccup adds some', () => {
    const options = { noise: METRIC_NOISE.longTasks };
    const before = live(onBuild('a', repeat(1, 6)), options).series;
    expect(live(onBuild('b', repeat(6, 3)), { ...options, from: before }).standings).toEqual([
      'suspect',
      'suspect',
      'regressed',
    ]);
  });

  it('is scanned like a timing once it varies', () => {
    const { standings } = live([42, 46, 42, 50, 44, ...repeat(43, 6), 48, 48], requests);
    expect(standings).not.toContain('regressed');
  });
});
