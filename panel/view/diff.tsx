import { deriveDiffMetrics } from '../derive/diff-metrics.ts';
import { deriveLearning } from '../derive/learning.ts';
import { BASELINE_SIDE, findSide } from '../derive/sides.ts';
import type { ComparisonResult } from '../model/compare-sides.ts';
import type { PanelModel } from '../model/panel-model.ts';
import type { ShownPage } from '../model/shown-page.ts';
import { documentName } from '../derive/waterfall-rows.ts';
import { createCauseLight } from './cause-light.ts';
import { CauseList } from './cause-list.tsx';
import { EmptyState } from './empty-state.tsx';
import { LedgerChart } from './ledger-chart.tsx';
import { MetricPicker } from './metric-picker.tsx';
import { PartsTable } from './parts-table.tsx';
import { RemedyList } from './remedy-list.tsx';
import { ResourceTable } from './resource-table.tsx';
import { SideSelects } from './side-selects.tsx';
import { Waterfall } from './waterfall.tsx';
import { formatCount } from '../format.ts';
import { text } from '../text.ts';

/** Why one load, or set of loads, differs from another. */
export function Diff({ model, shown }: { readonly model: PanelModel; readonly shown: ShownPage }) {
  const { working, result } = model.diff.value;
  return (
    <div
      class="diff"
      aria-busy={working}
      onKeyDown={(event) => {
        if (event.key === 'Escape') model.selection.value = undefined;
      }}
    >
      <SideSelects sides={model.sides} visits={shown.visits} />
      {result?.status === 'compared' && <Compared model={model} result={result} />}
      {result?.status === 'nothing-to-compare' && <NothingToCompare model={model} shown={shown} />}
      {result?.status === 'failed' && (
        <EmptyState icon="info" title={text('notCompared')}>
          {result.reason}
        </EmptyState>
      )}
      {!result && <p class="loading">{text('workingOut')}</p>}
    </div>
  );
}

function Compared({
  model,
  result,
}: {
  readonly model: PanelModel;
  readonly result: Extract<ComparisonResult, { status: 'compared' }>;
}) {
  const { comparison, comparable, exhibits } = result;
  const { waterfall, parts } = exhibits;
  const light = createCauseLight(model.selection, waterfall && documentName(waterfall));
  const metrics = deriveDiffMetrics(comparison);
  const chosen = metrics.find(({ metric }) => metric === model.metric.value) ?? metrics[0];
  const chosenParts = chosen && parts[chosen.metric];
  return (
    <>
      {!comparable && <p class="access-note">{text('differentKinds')}</p>}
      {chosen && (
        <>
          <MetricPicker
            metrics={metrics}
            chosen={chosen.metric}
            onChoose={(metric) => (model.metric.value = metric)}
          />
          <h1 class="diff-summary">{chosen.sentence}</h1>
          <div class="columns why">
            <div class="why-side">
              <LedgerChart label={chosen.label} diff={chosen.diff} light={light} />
              <RemedyList diff={chosen.diff} light={light} />
            </div>
            <CauseList diff={chosen.diff} light={light} />
          </div>
          {chosenParts && (
            <PartsTable
              parts={chosenParts}
              metric={chosen.metric}
              label={chosen.label}
              tab={model.tab}
              verdict={chosen.verdict}
              change={chosen.diff.delta}
            />
          )}
          {waterfall && (
            <Waterfall
              waterfall={waterfall}
              comparison={comparison}
              metric={chosen.metric}
              selection={model.selection}
              tab={model.tab}
            />
          )}
        </>
      )}
      <ResourceTable
        diff={comparison.resources}
        isBaselineEmpty={waterfall?.rows.every(({ baseline }) => !baseline) ?? false}
        selection={model.selection}
        tab={model.tab}
      />
    </>
  );
}

/** A load without a baseline yet, or one that is no longer stored. */
function NothingToCompare({ model, shown }: { readonly model: PanelModel; readonly shown: ShownPage }) {
  const { left, right } = model.sides.value;
  const load = findSide(shown.visits, right);
  const learning = load && deriveLearning(shown.state, load.judgement);
  const { reload } = model.tab;
  if (left !== BASELINE_SIDE || !load) {
    return (
      <EmptyState icon="info" title={text('loadGone')}>
        {text('chooseAnother')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon="learning"
      title={
        learning
          ? text('baselineBuilding', formatCount(learning.loads), formatCount(learning.goal))
          : text('nothingToCompare')
      }
      action={reload && { label: text('reloadPage'), run: reload }}
    >
      {text('sameKindOnly')}
    </EmptyState>
  );
}
