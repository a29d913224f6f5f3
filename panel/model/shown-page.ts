import type { Comparison } from '../../src/domain/cause.ts';
import type { PageState } from '../../src/domain/page-state.ts';
import type { EventRow, VisitRow } from '../../src/store/schema.ts';
import type { PanelModel } from './panel-model.ts';

/** A stored page with at least one load, as its screens want it. */
export interface ShownPage {
  readonly key: string;
  readonly state: PageState;
  /** Oldest first. */
  readonly visits: readonly VisitRow[];
  readonly events: readonly EventRow[];
  readonly latest: VisitRow;
  /** The visits of the latest one's cohort. */
  readonly cohort: readonly VisitRow[];
  /** Why the latest load differs from its baseline, once that has been worked out. */
  readonly comparison: Comparison | undefined;
}

/** Reads the model's signals: whoever calls it follows them. Undefined while there is nothing to show. */
export function readShownPage(model: PanelModel): ShownPage | undefined {
  const data = model.page.data.value;
  const latest = data?.visits.at(-1);
  if (!data?.row || !latest) return undefined;
  const diff = model.latestDiff.value;
  const compared = !diff.working && diff.result?.status === 'compared' ? diff.result : undefined;
  return {
    key: data.key,
    state: data.row.state,
    visits: data.visits,
    events: data.events,
    latest,
    cohort: data.visits.filter(({ judgement }) => judgement.cohort === latest.judgement.cohort),
    comparison: compared?.comparison,
  };
}
