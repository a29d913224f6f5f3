import type { Judgement } from './page-state.ts';
import type { Snapshot } from './snapshot.ts';

export interface JudgedVisit {
  readonly snapshot: Snapshot;
  readonly judgement: Judgement;
}

/** More runs make a difference surer, slowly: eight already give a standard error of a third of the noise. */
const MOST_VISITS = 8;

/**
 * The visits a load is to be compared with: of the same cohort, in statistics, not regressed themselves, and from
 * before its change began; the newest eight of them. `visits` are those of the page, oldest first, and may go on after `latest`.
 * Empty while there is nothing to compare with.
 */
export function selectBaseline(visits: readonly JudgedVisit[], latest: JudgedVisit): Snapshot[] {
  const comparable = listComparable(visits, latest);
  const began = beginOfChange(comparable);
  const sound = comparable.slice(0, began).filter((visit) => !isRegressed(visit));
  return sound.slice(-MOST_VISITS).map(snapshotOf);
}

/** The visits that show what `latest` shows: since the change began, ending with `latest`; the newest eight. */
export function selectCurrent(visits: readonly JudgedVisit[], latest: JudgedVisit): Snapshot[] {
  const comparable = listComparable(visits, latest);
  const since = comparable.slice(beginOfChange(comparable)).slice(-MOST_VISITS);
  return since.length > 0 ? since.map(snapshotOf) : [latest.snapshot];
}

/** Visits of the cohort that are in statistics, up to and with `latest`. */
function listComparable(visits: readonly JudgedVisit[], latest: JudgedVisit): JudgedVisit[] {
  const end = visits.findIndex(({ snapshot }) => snapshot.visitId === latest.snapshot.visitId);
  const upToLatest = end < 0 ? [...visits, latest] : visits.slice(0, end + 1);
  return upToLatest.filter(
    ({ judgement }) => judgement.cohort === latest.judgement.cohort && judgement.excluded.length === 0,
  );
}

/**
 * Index at which the change that the last visit shows began. A change is confirmed only some loads after it happened,
 * so the loads that were merely suspected belong to it too. Without a change, only the last visit is "current".
 */
function beginOfChange(visits: readonly JudgedVisit[]): number {
  let begin = Math.max(visits.length - 1, 0);
  const changed = listChanged(visits[begin]);
  while (begin > 0 && listChanged(visits[begin - 1]).some((name) => changed.includes(name))) begin--;
  return begin;
}

/** Metrics of a visit that are off their baseline, for worse or better, confirmed or suspected. */
function listChanged(visit: JudgedVisit | undefined): string[] {
  return Object.entries(visit?.judgement.metrics ?? {})
    .filter(([, { verdict, suspected }]) => verdict === 'regressed' || verdict === 'improved' || suspected)
    .map(([name]) => name);
}

function isRegressed({ judgement }: JudgedVisit): boolean {
  return Object.values(judgement.metrics).some(({ verdict }) => verdict === 'regressed');
}

function snapshotOf({ snapshot }: JudgedVisit): Snapshot {
  return snapshot;
}
