import type { BaselineChange, BaselineRow } from '../baseline.ts';
import { startBaseline } from './learn.ts';
import { METRIC_NOISE, type SeriesName } from './metric-noise.ts';
import {
  type AllSeries,
  addRow,
  INITIAL_SCAN,
  readLevels,
  type Restorable,
  type ScanState,
} from './scan-state.ts';
import { isNewBuild, type Series, withStanding } from './series.ts';

/**
 * What a user does to the baseline of a cohort. Accept and reset leave a way back of one step, every change a row that
 * says when, why and from what. An undo with nothing to undo changes nothing.
 */
export function changeBaseline(state: ScanState, change: BaselineChange): ScanState {
  const restored = apply(state, change);
  if (!restored) return state;
  const { before, name: _name, ...rest } = state;
  const replaces = change.action === 'accept' || change.action === 'reset';
  const kept = change.action === 'undo' ? undefined : before;
  const wayBack = replaces ? pickRestorable(state) : kept;
  return addRow({ ...rest, ...restored, ...(wayBack && { before: wayBack }) }, rowOf(state, change));
}

function apply(state: ScanState, change: BaselineChange): Restorable | undefined {
  const present = pickRestorable(state);
  switch (change.action) {
    case 'accept':
      return { ...present, series: acceptAll(state.series), ...(change.name && { name: change.name }) };
    case 'name':
      return { ...present, name: change.name };
    case 'pin':
    case 'unpin':
      return { ...present, pinned: change.action === 'pin' };
    case 'reset':
      return pickRestorable(INITIAL_SCAN);
    case 'undo':
      return state.before;
  }
}

function pickRestorable({ series, name, pinned }: Restorable): Restorable {
  return { series, pinned, ...(name !== undefined && { name }) };
}

function acceptAll(all: AllSeries): AllSeries {
  const accepted = Object.entries(all).map(([name, series]) => [name, accept(name as SeriesName, series)]);
  return Object.fromEntries(accepted) as AllSeries;
}

/**
 * What has changed, or may have, starts again from the loads since; it learns on when they are few. What has not
 * changed keeps what it knows and may grow on the present build from now on.
 */
function accept(name: SeriesName, series: Series): Series {
  if (series.standing === 'learning') return series;
  if (series.change)
    return startBaseline(series, series.recent.slice(-series.change.loads), METRIC_NOISE[name]);
  const { build, ...rest } = withStanding(series, 'ok');
  const present = isNewBuild(series) ? series.newest.build : build;
  return { ...rest, ...(present !== undefined && { build: present }) };
}

function rowOf(state: ScanState, change: BaselineChange): BaselineRow {
  return {
    why: change.action,
    from: readLevels(state.series),
    ...(state.visitId !== undefined && { visitId: state.visitId }),
    ...(change.at !== undefined && { at: change.at }),
    ...('name' in change && change.name !== undefined && { name: change.name }),
  };
}
