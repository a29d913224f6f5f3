import { type Budget, keepSizeLimits } from './budget.ts';
import { fingerprintBuild } from './build-fingerprint.ts';
import { listExclusions } from './build-snapshot.ts';
import { classifyCohort } from './cohort.ts';
import { type BudgetResult, evaluateBudgets } from './evaluate-budgets.ts';
import type { MetricName } from './metric.ts';
import { withoutNetworkLog } from './network-log-merge.ts';
import type { Page } from './page.ts';
import type { CohortState, Judgement, Level, MonitorEvent, Observation, PageState } from './page-state.ts';
import { findRule, type RuleName } from './rules.ts';
import type { Exclusion, Snapshot } from './snapshot.ts';
import type { MetricVerdicts, Rule, Sample } from './verdict.ts';

export interface ObserveContext {
  readonly budgets: readonly Budget[];
  /** What was said of an earlier revision of this visit, if there was one. */
  readonly previous?: Judgement;
}

export function createPageState(page: Page, rule: RuleName): PageState {
  return { version: 1, key: page.key, origin: page.origin, route: page.route, rule, cohorts: {} };
}

/**
 * The monitor itself: the state of a page and one snapshot in, the next state, a judgement and events out. Pure.
 *
 * Musts:
 * - A newer revision of a cohort's latest visit replaces the older one; it does not count as another sample.
 * - A late revision of a visit that others have followed, or that the user has accepted, changes nothing that was
 *   judged since: its snapshot is kept, its judgement stands.
 * - A visit that may not be judged leaves every cohort as it was, and says why.
 */
export function observe(page: PageState, snapshot: Snapshot, context: ObserveContext): Observation {
  const rule = findRule(page.rule as RuleName);
  const { visitId } = snapshot;
  const cohort = classifyCohort(snapshot);
  const isAbsorbed = page.cohorts[cohort.key]?.absorbed === visitId;
  if (context.previous && (page.latest?.visitId !== visitId || isAbsorbed)) {
    return { page, judgement: context.previous, events: [] };
  }
  const retracted = retractFromOtherCohort(page, visitId, cohort.key);
  const excluded = listExclusions(snapshot, cohort.cache);
  if (excluded.length > 0) {
    const cohorts = retractVisit(retracted.cohorts, visitId, cohort.key);
    const taken = listTakenBack(page, visitId);
    const budgets = evaluateBudgets(snapshot, chooseBudgets(context.budgets, excluded), {});
    const judgement = { rule: rule.name, cohort: cohort.key, excluded, metrics: {}, budgets };
    return {
      page: { ...retracted, latest: { visitId, cohort: cohort.key }, cohorts },
      judgement,
      events: taken,
    };
  }
  const before = retracted.cohorts[cohort.key];
  const settled = levelBefore(before, visitId, rule);
  const judged = rule.observe(settled.rule, sampleOf(snapshot));
  const budgets = evaluateBudgets(snapshot, context.budgets, judged.verdicts);
  const current: Level = {
    rule: judged.state,
    samples: settled.samples + 1,
    regressed: listRegressed(judged.verdicts, settled.regressed),
    broken: listBroken(budgets, settled.broken),
  };
  const known = before?.latestVisit === visitId ? before.current : settled;
  const cohortState: CohortState = { settled, current, latestVisit: visitId };
  const judgement = {
    rule: rule.name,
    cohort: cohort.key,
    excluded,
    metrics: judged.verdicts,
    ...(judged.pageSpeed && { pageSpeed: judged.pageSpeed }),
    budgets,
  };
  return {
    page: {
      ...retracted,
      latest: { visitId, cohort: cohort.key },
      cohorts: { ...retracted.cohorts, [cohort.key]: cohortState },
    },
    judgement,
    events: [
      ...(retracted === page ? [] : listTakenBack(page, visitId)),
      ...listEvents(known, current, judgement),
    ],
  };
}

/** Reasons that leave a load incomparable but its numbers true: it is held against its budgets all the same. */
const STILL_MEASURED: ReadonlySet<Exclusion> = new Set(['mixed-cache', 'cache-disabled']);

/** Reasons that disturb the clock: sizes and counts are what they are. */
const CLOCK_DISTURBED: ReadonlySet<Exclusion> = new Set(['machine-busy', 'unattributed-work']);

/** What a load that is left out of judgement is held against nevertheless. */
function chooseBudgets(budgets: readonly Budget[], excluded: readonly Exclusion[]): readonly Budget[] {
  const disturbing = excluded.filter((reason) => !STILL_MEASURED.has(reason));
  if (disturbing.length === 0) return budgets;
  return disturbing.every((reason) => CLOCK_DISTURBED.has(reason)) ? keepSizeLimits(budgets) : [];
}

/** Without what only DevTools saw: opening it must not look like a page that has grown. */
export function sampleOf(snapshot: Snapshot): Sample {
  const build = fingerprintBuild(snapshot);
  const { metrics } = withoutNetworkLog(snapshot);
  return { visitId: snapshot.visitId, metrics, ...(build !== undefined && { build }) };
}

function levelBefore(cohort: CohortState | undefined, visitId: string, rule: Rule): Level {
  if (!cohort) return { rule: rule.initial(), samples: 0, regressed: [], broken: [] };
  return cohort.latestVisit === visitId ? cohort.settled : cohort.current;
}

/** A newer revision may show that the visit belongs to another cohort: it is taken out of the first one. */
function retractFromOtherCohort(page: PageState, visitId: string, cohortKey: string): PageState {
  if (page.latest?.visitId !== visitId || page.latest.cohort === cohortKey) return page;
  return { ...page, cohorts: retractVisit(page.cohorts, visitId, page.latest.cohort) };
}

function retractVisit(cohorts: PageState['cohorts'], visitId: string, key: string): PageState['cohorts'] {
  const cohort = cohorts[key];
  if (cohort?.latestVisit !== visitId) return cohorts;
  return { ...cohorts, [key]: { ...cohort, current: cohort.settled, latestVisit: '' } };
}

/** What a visit had opened or broken in its cohort ends when it is taken out of it. */
function listTakenBack(page: PageState, visitId: string): MonitorEvent[] {
  const key = page.latest?.cohort ?? '';
  const cohort = page.cohorts[key];
  if (cohort?.latestVisit !== visitId) return [];
  const { settled, current } = cohort;
  const resolved = current.regressed
    .filter((metric) => !settled.regressed.includes(metric))
    .map((metric): MonitorEvent => ({ type: 'regression-resolved', cohort: key, metric }));
  const met = current.broken
    .filter((broken) => !settled.broken.includes(broken))
    .map((broken): MonitorEvent => ({ type: 'budget-met', cohort: key, key: broken }));
  return [...resolved, ...met];
}

/** A metric that was not measured this time stays as it was: silence is not a fix. */
function listRegressed(verdicts: MetricVerdicts, before: readonly MetricName[]): MetricName[] {
  const names = Object.keys(verdicts) as MetricName[];
  return names.filter((name) => {
    const verdict = verdicts[name]?.verdict;
    return verdict === 'regressed' || (verdict === 'not-measured' && before.includes(name));
  });
}

function listBroken(results: readonly BudgetResult[], before: readonly string[]): string[] {
  return results
    .filter(({ status, key }) => status === 'broken' || (status === 'not-measured' && before.includes(key)))
    .map(({ key }) => key);
}

function listEvents(before: Level, after: Level, judgement: Judgement): MonitorEvent[] {
  const { cohort } = judgement;
  const opened = after.regressed.flatMap((metric): MonitorEvent[] => {
    const verdict = judgement.metrics[metric];
    return verdict && !before.regressed.includes(metric)
      ? [{ type: 'regression-opened', cohort, metric, verdict }]
      : [];
  });
  const resolved = before.regressed
    .filter((metric) => !after.regressed.includes(metric))
    .map((metric): MonitorEvent => ({ type: 'regression-resolved', cohort, metric }));
  const broken = judgement.budgets
    .filter(({ key }) => after.broken.includes(key) && !before.broken.includes(key))
    .map((result): MonitorEvent => ({ type: 'budget-broken', cohort, result }));
  const met = before.broken
    .filter((key) => !after.broken.includes(key))
    .map((key): MonitorEvent => ({ type: 'budget-met', cohort, key }));
  return [...opened, ...resolved, ...broken, ...met];
}
