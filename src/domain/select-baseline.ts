import { beginOfChange, beginOfWindow, type ChangedMetric, findLeadingChange } from './begin-of-change.ts';
import { findFrozenBaseline } from './find-frozen-baseline.ts';
import type { JudgedVisit } from './judged-visit.ts';
import { keepMedian } from './keep-median.ts';
import type { Snapshot } from './snapshot.ts';

export type { JudgedVisit } from './judged-visit.ts';

/** More runs make a difference surer, slowly: eight already give a standard error of a third of the noise. */
const MOST_VISITS = 8;

/** Fewer current loads than this show no scatter: then the verdict's are joined by the others of the change. */
const FEWEST_REPLICATES = 3;

/**
 * The visits a load is to be compared with, at most eight: of the same cohort, in statistics, and from before its
 * change began. Where a metric has changed they are those its verdict was judged against, so that the difference told of
 * them is the verdict's; where those cannot be known, and where nothing has changed, the newest that have not regressed.
 * `visits` are those of the page, oldest first, and may go on after `latest`. Empty while there is nothing to compare with.
 */
export function selectBaseline(visits: readonly JudgedVisit[], latest: JudgedVisit): Snapshot[] {
  const comparable = listComparable(visits, latest);
  const before = comparable.slice(0, beginOfChange(comparable));
  const leading = findLeadingChange(comparable.at(-1));
  if (!leading) return listNewestSound(before);
  const { name, verdict } = leading;
  const frozen = findFrozenBaseline(before, name, verdict.baseline);
  if (!frozen) return listNewestSound(withoutDoubtful(before, leading));
  return keepMedian(frozen.map(snapshotOf), MOST_VISITS, ({ metrics }) => Number(metrics[name]));
}

/**
 * The visits that show what `latest` shows, ending with `latest`; the newest eight. Where a metric has changed, those its
 * verdict counts, so that the difference told of them is the verdict's; otherwise those since the change began.
 */
export function selectCurrent(visits: readonly JudgedVisit[], latest: JudgedVisit): Snapshot[] {
  const comparable = listComparable(visits, latest);
  const leading = findLeadingChange(comparable.at(-1));
  const counted = leading?.verdict.current?.n ?? 0;
  const begin =
    leading && counted >= FEWEST_REPLICATES
      ? beginOfWindow(comparable, comparable.length - 1, leading)
      : beginOfChange(comparable);
  const since = comparable.slice(begin).slice(-MOST_VISITS);
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

function listNewestSound(visits: readonly JudgedVisit[]): Snapshot[] {
  return visits
    .filter((visit) => !isRegressed(visit))
    .slice(-MOST_VISITS)
    .map(snapshotOf);
}

/**
 * Without the newest visits that lie nearer to the changed level than to the baseline. The window that confirms a change
 * is the strongest one, which need not be the whole of it; a baseline can do without a load in doubt.
 */
function withoutDoubtful(
  visits: readonly JudgedVisit[],
  { name, verdict: { baseline, current } }: ChangedMetric,
): readonly JudgedVisit[] {
  if (!baseline || !current) return visits;
  const sure = visits.findLastIndex(({ snapshot }) => {
    const value = snapshot.metrics[name] ?? baseline.value;
    return Math.abs(value - baseline.value) <= Math.abs(value - current.value);
  });
  return visits.slice(0, sure + 1);
}

function isRegressed({ judgement }: JudgedVisit): boolean {
  return Object.values(judgement.metrics).some(({ verdict }) => verdict === 'regressed');
}

function snapshotOf({ snapshot }: JudgedVisit): Snapshot {
  return snapshot;
}
