import { type Signal, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Comparison } from '../../src/domain/cause.ts';
import type { MetricName } from '../../src/domain/metric.ts';
import type { Waterfall as WaterfallData } from '../../src/domain/waterfall/waterfall.ts';
import type { InspectedTab } from '../connection/inspected-tab.ts';
import type { Selection } from '../derive/selection.ts';
import { canZoom, deriveWaterfallAxis } from '../derive/waterfall-axis.ts';
import { deriveWaterfallRows, tellShown } from '../derive/waterfall-rows.ts';
import { nameMetric } from '../derive/metric-words.ts';
import { formatCount, formatMoment } from '../format.ts';
import { text } from '../text.ts';
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
  const momentOf = (side: 'baseline' | 'current'): string =>
    formatMoment(waterfall[side].startedAt, Date.now());
  return (
    <section class={`card waterfall ${isNarrow ? 'narrow' : ''}`} aria-labelledby="waterfall" ref={ref}>
      <div class="card-head">
        <h2 id="waterfall">{text('bothLoads')}</h2>
        <RadioRow
          legend={text('resources')}
          options={[
            ['matter', text('whatMatters')],
            ['all', text('allCount', formatCount(waterfall.rows.length))],
          ]}
          value={rowsShown}
        />
        {zoomable && (
          <RadioRow
            legend={text('time')}
            options={[
              ['whole', text('wholeLoad')],
              ['metric', text('upTo', nameMetric(metric))],
            ]}
            value={reach}
          />
        )}
      </div>
      <WaterfallAxis axis={axis} longTasks={waterfall.longTasks} />
      <WaterfallList rows={rows} axis={axis} isNarrow={isNarrow} selection={selection} tab={tab} />
      <WaterfallLegend />
      <p class="muted">
        {text('typicalLoads', tellShown(rows.length, waterfall), momentOf('baseline'), momentOf('current'))}
      </p>
    </section>
  );
}
