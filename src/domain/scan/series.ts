import type { Standing } from '../baseline.ts';

/** One measured value of a series, and the build it was measured on where that is known. */
export interface Load {
  readonly value: number;
  readonly build?: string;
}

/** A change that was found: `loads` of the newest loads lie past it. */
export interface Change {
  readonly loads: number;
  /** What the walk back to the baseline starts from, on the scale of the fit; see changedLevel. */
  readonly level: number;
  /** The scatter the walk reckons with; absent in what was stored before it had one of its own. */
  readonly sigma?: number;
  /** How far the loads since speak for being back; see walkBack. */
  readonly score: number;
  /** The build it was found on. */
  readonly build?: string;
}

/**
 * All that is remembered of one metric in one cohort, as plain JSON. Values are in the metric's own unit, oldest
 * first. Bounded: `baseline` by MAX_BASELINE, `recent` by MAX_RECENT, everything else is a number.
 */
export interface Series {
  readonly standing: Standing;
  readonly baseline: readonly number[];
  /** The build the baseline was learnt on. */
  readonly build?: string;
  /** Loads since the baseline was frozen. */
  readonly recent: readonly number[];
  /** The build measured last, and how many of the newest recent loads in a row are of it. */
  readonly newest: { readonly loads: number; readonly build?: string };
  /** Present while regressed or improved, and while suspect for what is suspected. */
  readonly change?: Change;
  /** Loads that would confirm what is suspected, if they repeat it. */
  readonly needs?: number;
  /** Level of the first baseline ever learnt, for the drift. */
  readonly first?: number;
}

/** Twice the longest window, so that a change is still seen whole when it is confirmed late. */
export const MAX_RECENT = 40;

export const EMPTY_SERIES: Series = { standing: 'learning', baseline: [], recent: [], newest: { loads: 0 } };

/** Adds a load to the recent ones and keeps count of those on its build. */
export function record(series: Series, { value, build }: Load): Series {
  const kept = series.recent.length < MAX_RECENT ? series.recent : series.recent.slice(1 - MAX_RECENT);
  const recent = [...kept, value];
  const sameAsBefore = series.newest.build === build;
  const loads = Math.min(recent.length, sameAsBefore ? series.newest.loads + 1 : 1);
  return { ...series, recent, newest: build === undefined ? { loads } : { loads, build } };
}

/** The newest recent loads only; the rest is forgotten. */
export function keepRecent(series: Series, loads: number): Series {
  const recent = loads > 0 ? series.recent.slice(-loads) : [];
  return { ...series, recent, newest: { ...series.newest, loads: Math.min(series.newest.loads, loads) } };
}

interface Found {
  readonly change?: Change;
  readonly needs?: number;
}

/** The series with a new standing, and with what was found; what had been found before is forgotten. */
export function withStanding(series: Series, standing: Standing, found?: Found): Series {
  const hadFound = series.change !== undefined || series.needs !== undefined;
  // Most loads find nothing new; copying a series costs more than judging it.
  if (!found && !hadFound && series.standing === standing) return series;
  const { change: _change, needs: _needs, ...rest } = series;
  return { ...rest, standing, ...found };
}

/** Is the newest load known to be of another build than the baseline? */
export function isNewBuild({ build, newest }: Series): boolean {
  return build !== undefined && newest.build !== undefined && build !== newest.build;
}
