import type { BaselineChange } from './baseline.ts';
import { listRegressed } from './breaches.ts';
import type { MetricName } from './metric.ts';
import { sampleOf } from './observe.ts';
import type { CohortState, Judgement, MonitorEvent, Observation, PageState } from './page-state.ts';
import { findRule, type RuleName } from './rules.ts';
import { restoreVerdicts } from './restore-verdicts.ts';
import type { JudgedVisit } from './select-baseline.ts';
import type { MetricVerdict, Rule } from './verdict.ts';

interface Changed {
  readonly cohort: CohortState;
  readonly judgement: Judgement;
}

/**
 * Does to the baseline of a cohort what a user wants done. `latest` is the cohort's latest visit: what is accepted is
 * what it showed, and its judgement is brought into line, because a badge or a panel must not go on to call regressed
 * what has just been accepted. Both levels change: a later revision of that visit would otherwise bring the old
 * baseline back. A baseline accepted without a name gets that of the build its page names. Undefined when the page has no such cohort, or when its rule knows no such change.
 */
export function changeCohort(
  page: PageState,
  target: { readonly cohort: string; readonly change: BaselineChange },
  latest: JudgedVisit,
): Observation | undefined {
  const before = page.cohorts[target.cohort];
  const rule = findRule(page.rule as RuleName);
  const change = before && chooseChange(rule, proposeName(target.change, latest));
  if (!change) return undefined;
  const { cohort, judgement } = applyChange(before, { rule, change, action: target.change.action }, latest);
  return {
    page: { ...page, cohorts: { ...page.cohorts, [target.cohort]: cohort } },
    judgement,
    events: listEvents(target.cohort, before.current.regressed, { cohort, judgement }),
  };
}

/** As long as what a user may type. */
const LONGEST_NAME = 80;

/** The build that a page names in its markup says more than the moment at which it was accepted. */
function proposeName(change: BaselineChange, { snapshot }: JudgedVisit): BaselineChange {
  const name = snapshot.document.build?.trim().slice(0, LONGEST_NAME);
  return change.action === 'accept' && change.name === undefined && name ? { ...change, name } : change;
}

type Change = (state: unknown) => unknown;

/** Rules without a life cycle know only how to accept. */
function chooseChange(rule: Rule, change: BaselineChange): Change | undefined {
  if (rule.changeBaseline) return (state) => rule.changeBaseline?.(state, change) ?? state;
  return change.action === 'accept' ? (state) => rule.accept(state) : undefined;
}

interface Terms {
  readonly rule: Rule;
  readonly change: Change;
  readonly action: BaselineChange['action'];
}

function applyChange(before: CohortState, { rule, change, action }: Terms, latest: JudgedVisit): Changed {
  const { settled, current } = before;
  const { judgement } = latest;
  switch (action) {
    case 'accept': {
      const accepted = { ...current, rule: change(current.rule), regressed: [] };
      return {
        cohort: {
          ...before,
          settled: { ...accepted, samples: settled.samples },
          current: accepted,
          absorbed: before.latestVisit,
        },
        judgement: withoutChanges(judgement),
      };
    }
    case 'undo': {
      const state = change(current.rule);
      const metrics = restoreVerdicts(judgement.metrics, rule.describe?.(state));
      const restored = { ...current, rule: state, regressed: listRegressed({ metrics }) };
      return {
        cohort: {
          ...before,
          settled: { ...restored, samples: settled.samples },
          current: restored,
          absorbed: before.latestVisit,
        },
        judgement: { ...judgement, metrics },
      };
    }
    case 'reset': {
      const empty = { ...current, rule: change(current.rule), regressed: [], samples: 0 };
      const judged = rule.observe(empty.rule, sampleOf(latest.snapshot));
      const { pageSpeed: _pageSpeed, ...rest } = judgement;
      const pageSpeed = judged.pageSpeed && { pageSpeed: judged.pageSpeed };
      return {
        cohort: { ...before, settled: empty, current: { ...empty, rule: judged.state, samples: 1 } },
        judgement: { ...rest, metrics: judged.verdicts, ...pageSpeed },
      };
    }
    case 'name':
    case 'pin':
    case 'unpin':
      return {
        cohort: {
          ...before,
          settled: { ...settled, rule: change(settled.rule) },
          current: { ...current, rule: change(current.rule) },
        },
        judgement,
      };
  }
}

function listEvents(
  cohort: string,
  before: readonly MetricName[],
  { cohort: after, judgement }: Changed,
): MonitorEvent[] {
  const { regressed } = after.current;
  const resolved = before
    .filter((metric) => !regressed.includes(metric))
    .map((metric): MonitorEvent => ({ type: 'regression-resolved', cohort, metric }));
  const opened = regressed.flatMap((metric): MonitorEvent[] => {
    const verdict = judgement.metrics[metric];
    return verdict && !before.includes(metric)
      ? [{ type: 'regression-opened', cohort, metric, verdict }]
      : [];
  });
  return [...resolved, ...opened];
}

/** What was off the old baseline is the new one: its level is where the metric stands. */
function withoutChanges(judgement: Judgement): Judgement {
  const entries = Object.entries(judgement.metrics).map(([name, verdict]) => [name, withoutChange(verdict)]);
  return {
    ...judgement,
    metrics: Object.fromEntries(entries) as Judgement['metrics'],
    ...(judgement.pageSpeed && { pageSpeed: withoutChange(judgement.pageSpeed) }),
  };
}

function withoutChange(verdict: MetricVerdict): MetricVerdict {
  const changed = verdict.verdict === 'regressed' || verdict.verdict === 'improved' || verdict.suspected;
  if (!changed) return verdict;
  const { current } = verdict;
  return { verdict: 'unchanged', ...(current && { baseline: current, current, delta: 0 }) };
}
