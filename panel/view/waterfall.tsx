import { type Signal, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Comparison } from '../../src/domain/cause.ts';
import { METRICS, type MetricName } from '../../src/domain/metric.ts';
import type { Waterfall as WaterfallData } from '../../src/domain/waterfall/waterfall.ts';
import type { InspectedTab } from '../connection/inspected-tab.ts';
import type { Selection } from '../derive/selection.ts';
import { canZoom, deriveWaterfallAxis } from '../derive/waterfall-axis.ts';
import { deriveWaterfallRows, tellShown } from '../derive/waterfall-rows.ts';
import { formatMoment } from '../format.ts';
import { RadioRow } from './radio-row.tsx';
import { useSize } from './use-size.ts';
import { WaterfallAxis } from './waterfall-axis.tsx';
import { WaterfallLegend } from './waterfall-legend.tsx';
import { WaterfallList } from './waterfall-list.tsx';

/** Below this a name stands above its bars instead of beside them; a label on the axis takes this much. */
const NARROW = 480;
const LABEL = 34;
const NAME_WIDTH = 0.34;

interface WaterfallProps {
  readonly waterfall: WaterfallData;
  readonly comparison: Comparison;
  readonly metric: MetricName;
  readonly selection: Signal<Selection | undefined>;
  readonly tab: InspectedTab;
}

/** Both loads on one time axis, resource by resource: the baseline's bar above the present one. */
export function Waterfall({ waterfall, comparison, metric, selection, tab }: WaterfallProps) {
  const { ref, size } = useSize<HTMLElement>();
  const rowsShown = useSignal<'matter' | 'all'>('matter');
  const reach = useSignal<'whole' | 'metric'>('whole');
  const zoomable = canZoom(waterfall, metric);
  const width = size.value?.width ?? 600;
  const isNarrow = width < NARROW;
  const labelWidth = LABEL / (isNarrow ? width : width * (1 - NAME_WIDTH));
  const zoomed = zoomable && reach.value === 'metric';
  const axis = useMemo(
    () => deriveWaterfallAxis(waterfall, { metric, zoomed, labelWidth }),
    [waterfall, metric, zoomed, labelWidth],
  );
  const all = rowsShown.value === 'all';
  const rows = useMemo(() => {
    const causes = comparison.metrics[metric]?.causes ?? [];
    return deriveWaterfallRows(waterfall, { causes, comparison, all });
  }, [waterfall, comparison, metric, all]);
  return (
    <section class={`card waterfall ${isNarrow ? 'narrow' : ''}`} aria-labelledby="waterfall" ref={ref}>
      <div class="card-head">
        <h2 id="waterfall">Both loads on one axis</h2>
        <RadioRow
          legend="Resources"
          options={[
            ['matter', 'What matters'],
            ['all', `All ${waterfall.rows.length}`],
          ]}
          value={rowsShown}
        />
        {zoomable && (
          <RadioRow
            legend="Time"
            options={[
              ['whole', 'Whole load'],
              ['metric', `Up to ${METRICS[metric].label}`],
            ]}
            value={reach}
          />
        )}
      </div>
      <WaterfallAxis axis={axis} longTasks={waterfall.longTasks} />
      <WaterfallList rows={rows} axis={axis} isNarrow={isNarrow} selection={selection} tab={tab} />
      <WaterfallLegend />
      <p class="muted">
        {tellShown(rows.length, waterfall)}. Each side is shown by its most typical load:{' '}
        {formatMoment(waterfall.baseline.startedAt, Date.now())} and{' '}
        {formatMoment(waterfall.current.startedAt, Date.now())}.
      </p>
    </section>
  );
}
