import { observe, createPageState } from './observe.ts';
import { parsePage } from './page.ts';
import type { Judgement, MonitorEvent, PageState } from './page-state.ts';
import type { Report, ReportPage } from './report.ts';
import { parseRuleName } from './rules.ts';
import type { Snapshot } from './snapshot.ts';

/** One visit of a report, judged as the worker would have judged it on arrival. */
export interface ReplayedVisit {
  readonly snapshot: Snapshot;
  readonly judgement: Judgement;
  readonly events: readonly MonitorEvent[];
}

export interface ReplayedPage {
  readonly page: PageState;
  readonly visits: readonly ReplayedVisit[];
}

/** Judges the visits of one page of a report in order. */
export function replayPage(report: Pick<Report, 'rule' | 'budgets'>, page: ReportPage): ReplayedPage {
  let state = createPageState(pageOf(page), parseRuleName(report.rule));
  const visits = page.visits.map((snapshot) => {
    const observation = observe(state, snapshot, { budgets: report.budgets });
    state = observation.page;
    return { snapshot, judgement: observation.judgement, events: observation.events };
  });
  return { page: state, visits };
}

function pageOf({ key, origin, route }: ReportPage): { key: string; origin: string; route: string } {
  return parsePage(origin + route) ?? { key, origin, route };
}
