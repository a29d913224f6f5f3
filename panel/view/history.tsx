import { useSignal } from '@preact/signals';
import type { MetricName } from '../../src/domain/metric.ts';
import { findRule, type RuleName } from '../../src/domain/rules.ts';
import { isReplaced } from '../derive/drift.ts';
import { deriveHistory, type HistoryPoint } from '../derive/history.ts';
import { METRIC_ORDER } from '../../src/domain/metric-order.ts';
import { describeSensitivity } from '../derive/sensitivity.ts';
import { nameMetric, titleMetric } from '../derive/metric-words.ts';
import { describeCohort } from '../derive/words.ts';
import type { PanelModel } from '../model/panel-model.ts';
import type { ShownPage } from '../model/shown-page.ts';
import { HistoryChart } from './history-chart.tsx';
import { HistoryLegend } from './history-legend.tsx';
import { HistoryPick } from './history-pick.tsx';
import { HistoryTable } from './history-table.tsx';
import { text, textOfCount } from '../text.ts';

/** One metric over the loads of one kind: where it stood, what changed, and any two loads to compare. */
export function History({ model, shown }: { readonly model: PanelModel; readonly shown: ShownPage }) {
  const { history } = model;
  const loads = history.loads.value;
  const cursor = useSignal<string | undefined>(undefined);
  const metric = history.metric.value;
  const cohort = chooseCohort(model, shown);
  if (!loads) return <p class="loading">{text('readingHistory')}</p>;
  const rule = findRule(shown.state.rule as RuleName);
  const state = shown.state.cohorts[cohort];
  const standing = state && rule.describe?.(state.current.rule);
  const drift = standing && isReplaced(standing.history) ? standing.metrics[metric]?.drift : undefined;
  const drawn = deriveHistory({
    loads,
    cohort,
    metric,
    events: shown.events,
    changes: standing?.history ?? [],
    ...(drift && { drift }),
    now: Date.now(),
  });
  const latest = loads.findLast((load) => load.cohort === cohort && load.isJudged);
  const label = nameMetric(metric);
  const pick = (point: HistoryPoint): void => {
    cursor.value = point.visitId;
    const first = history.picked.value;
    if (first === undefined || first === point.visitId) history.picked.value = point.visitId;
    else model.compare(first, point.visitId, metric);
  };
  return (
    <div class="history">
      <h1 class="visually-hidden">{text('tabHistory')}</h1>
      <Choices model={model} shown={shown} cohort={cohort} />
      {drawn.points.length === 0 ? (
        <p class="loading">{text('noneMeasured', titleMetric(metric))}</p>
      ) : (
        <>
          <HistoryChart history={drawn} label={label} cursor={cursor} picked={history.picked} pick={pick} />
          <HistoryPick model={model} points={drawn.points} cursor={cursor} />
          <HistoryLegend history={drawn} />
          <p class="muted">
            {textOfCount('loads', drawn.points.length)}.{' '}
            {describeSensitivity(metric, latest?.verdicts[metric])}
          </p>
          <HistoryTable history={drawn} label={label} />
        </>
      )}
    </div>
  );
}

function chooseCohort({ history }: PanelModel, { state, latest }: ShownPage): string {
  const chosen = history.cohort.value;
  return chosen !== undefined && chosen in state.cohorts ? chosen : latest.judgement.cohort;
}

interface ChoicesProps {
  readonly model: PanelModel;
  readonly shown: ShownPage;
  readonly cohort: string;
}

function Choices({ model, shown, cohort }: ChoicesProps) {
  const { history } = model;
  const cohorts = [...new Set([cohort, ...Object.keys(shown.state.cohorts)])];
  return (
    <div class="history-choices">
      <label>
        <span class="visually-hidden">{text('metric')}</span>
        <select
          value={history.metric.value}
          onChange={(event) => (history.metric.value = event.currentTarget.value as MetricName)}
        >
          {METRIC_ORDER.map((name) => (
            <option key={name} value={name}>
              {[...new Set([nameMetric(name), titleMetric(name)])].join(' · ')}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span class="visually-hidden">{text('kindOfLoad')}</span>
        <select
          value={cohort}
          onChange={(event) => {
            history.cohort.value = event.currentTarget.value;
            history.picked.value = undefined;
          }}
        >
          {cohorts.map((key) => (
            <option key={key} value={key}>
              {describeCohort(key)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
