import { changedLevel, changeOf, type FittedSeries, leastShift } from './find-change.ts';
import { growBaseline } from './grow-baseline.ts';
import { startBaseline } from './learn.ts';
import { type Change, isNewBuild, type Series, withStanding } from './series.ts';
import { endWalk, SHORTEST_WALK, walkBack } from './walk-back.ts';
import { suspect, weighLoads, weighSeries } from './weigh-series.ts';
import type { Direction } from './weigh-shift.ts';

/** A baseline is learnt anew, lower, only from this many loads: fewer were chosen for being fast by chance. */
const RELEARN_LOADS = 8;

/** What a load does to a metric that scatters. */
export function advanceNoisy(fitted: FittedSeries, pinned: boolean): Series {
  const { series, fit, logs, noise } = fitted;
  const { standing, change } = series;
  if (standing === 'regressed' && change) return walk(fitted, change, 'up') ?? arrive(fitted, change);
  const weighed = weighLoads(fit, logs, isNewBuild(series) ? series.newest.loads : 0);
  const worse = weighSeries(weighed, { noise, direction: 'up' });
  if (worse && worse.strength > 1) {
    return withStanding(series, 'regressed', { change: changeOf(fitted, worse.loads, 'up') });
  }
  if (standing === 'improved' && change) {
    const walked = walk(fitted, change, 'down');
    return walked ? relearnLower(walked, fitted, pinned) : endWalk(series, 'ok');
  }
  const better = weighSeries(weighed, { noise, direction: 'down' });
  if (better && better.strength > 1) {
    const found = { change: changeOf(fitted, better.loads, 'down') };
    return relearnLower(withStanding(series, 'improved', found), fitted, pinned);
  }
  const suspicion = suspect(weighed, worse, { noise, direction: 'up' });
  if (suspicion) {
    const found = { change: changeOf(fitted, suspicion.loads, 'up'), needs: suspicion.needs };
    return withStanding(series, 'suspect', found);
  }
  const quiet = withStanding(series, 'ok');
  return pinned ? quiet : growBaseline({ series: quiet, noise, fit, logs });
}

/** What has changed stays so until the walk back to the baseline has arrived; then this is undefined. */
function walk(fitted: FittedSeries, change: Change, direction: Direction): Series | undefined {
  const { series, fit, logs } = fitted;
  const { score, arrived } = walkBack(fit, { sigma: fit.sigma, ...change }, Number(logs.at(-1)));
  if (arrived) return undefined;
  const loads = Math.min(change.loads + 1, series.recent.length);
  // A walk under way means that loads of the fix are among them: they must not move the level they are compared with.
  const refined = score === 0 ? changedLevel(fitted, loads, direction) : undefined;
  return { ...series, change: { ...change, ...refined, loads, score } };
}

/**
 * The walk back from a regression has left its level behind. Where the loads that say so are themselves slower than the
 * baseline, beyond doubt and by what matters, they are not a fix but another level: the page is fixed in part, or its
 * regression was found among hiccups. That level is the regression from now on.
 */
function arrive(fitted: FittedSeries, change: Change): Series {
  const { series, fit, noise } = fitted;
  const rest = changedLevel(fitted, SHORTEST_WALK, 'up');
  if (rest.level <= fit.level + leastShift(noise)) return endWalk(series, 'resolved');
  return { ...series, change: { ...change, ...rest, loads: SHORTEST_WALK, score: 0 } };
}

/**
 * A new build that is faster is offered as the new baseline. The same build being faster means that the baseline was
 * learnt on slow loads: it is learnt anew, which is safe because it moves down. It never moves up by itself.
 */
function relearnLower(improved: Series, { noise }: FittedSeries, pinned: boolean): Series {
  const { change } = improved;
  if (pinned || isNewBuild(improved) || !change || change.score > 0) return improved;
  if (change.loads < RELEARN_LOADS) return improved;
  return startBaseline(improved, improved.recent.slice(-change.loads), noise);
}
