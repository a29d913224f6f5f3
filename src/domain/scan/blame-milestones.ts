import { median } from '../statistics.ts';
import { changeOf } from './find-change.ts';
import { fitBaseline, toLogs } from './fit-baseline.ts';
import { METRIC_NOISE } from './metric-noise.ts';
import { MILESTONES } from './page-speed.ts';
import type { AllSeries } from './scan-state.ts';
import { type Series, withStanding } from './series.ts';
import { endWalk, SHORTEST_WALK } from './walk-back.ts';
import { isMaterial } from './weigh-shift.ts';

type Milestone = (typeof MILESTONES)[number];

/**
 * When page speed regresses on this load, the milestones that made it slower regress with it: together they proved
 * what each alone would have taken more loads to prove. Blamed are those whose own shift over the same loads matters.
 */
export function blameMilestones(before: AllSeries, after: AllSeries): AllSeries {
  const { pageSpeed } = after;
  const hasJustRegressed = pageSpeed?.standing === 'regressed' && before.pageSpeed?.standing !== 'regressed';
  const loads = pageSpeed?.change?.loads;
  if (!hasJustRegressed || loads === undefined) return after;
  const blamed = MILESTONES.map((name) => [name, blame(name, after[name], loads)]);
  return { ...after, ...Object.fromEntries(blamed.filter(([, series]) => series !== undefined)) };
}

/**
 * When page speed is back at its baseline on this load, the milestones that are, too, are resolved with it: each alone
 * would take more loads to prove what they have proved together. Those whose own loads since are nearer to the changed
 * level stay regressed, and go on by themselves.
 */
export function acquitMilestones(before: AllSeries, after: AllSeries): AllSeries {
  const isBack = before.pageSpeed?.standing === 'regressed' && after.pageSpeed?.standing === 'resolved';
  if (!isBack) return after;
  const acquitted = MILESTONES.flatMap((name): [Milestone, Series][] => {
    const series = after[name];
    return series && seemsBack(name, series) ? [[name, endWalk(series, 'resolved')]] : [];
  });
  return { ...after, ...Object.fromEntries(acquitted) };
}

/**
 * While page speed is suspected, a suspected milestone needs no more loads than it does: when page speed is confirmed,
 * the milestone is blamed.
 */
export function hastenMilestones(all: AllSeries): AllSeries {
  const { pageSpeed } = all;
  const needs = pageSpeed?.standing === 'suspect' ? pageSpeed.needs : undefined;
  if (needs === undefined) return all;
  const hastened = MILESTONES.flatMap((name): [Milestone, Series][] => {
    const series = all[name];
    const isSlower = series?.standing === 'suspect' && series.needs !== undefined && series.needs > needs;
    return isSlower ? [[name, { ...series, needs }]] : [];
  });
  return { ...all, ...Object.fromEntries(hastened) };
}

function blame(name: Milestone, series: Series | undefined, loads: number): Series | undefined {
  if (!series || series.standing === 'learning' || series.standing === 'regressed') return series;
  const noise = METRIC_NOISE[name];
  const fit = fitBaseline(series.baseline, noise);
  const logs = toLogs(series.recent, noise);
  const shifted = logs.slice(-loads);
  if (shifted.length === 0 || !isMaterial(fit, shifted, { noise, direction: 'up' })) return series;
  const change = changeOf({ series, noise, fit, logs }, shifted.length, 'up');
  return withStanding(series, 'regressed', { change });
}

/** Of a regressed milestone: are its newest loads, as many as the shortest walk, nearer to the baseline? */
function seemsBack(name: Milestone, { standing, change, baseline, recent }: Series): boolean {
  if (standing !== 'regressed' || !change) return false;
  const noise = METRIC_NOISE[name];
  const { level } = fitBaseline(baseline, noise);
  return median(toLogs(recent.slice(-SHORTEST_WALK), noise)) < (level + change.level) / 2;
}
