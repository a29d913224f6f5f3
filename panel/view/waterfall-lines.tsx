import type { WaterfallAxis } from '../derive/waterfall-axis.ts';
import { percent } from './percent.ts';

/** Ticks and milestones behind the bars, and the stretch that the chosen metric has moved by. */
export function WaterfallLines({ axis }: { readonly axis: WaterfallAxis }) {
  const { ticks, baseline, current, moved } = axis;
  return (
    <svg class="wf-lines" aria-hidden="true">
      {moved && (
        <rect
          class={`moved ${moved.worse ? 'worse' : 'better'}`}
          x={percent(moved.from)}
          width={percent(moved.to - moved.from)}
          height="100%"
        />
      )}
      {ticks.map(({ x, label }) => (
        <Line key={label} x={x} kind="tick" />
      ))}
      {baseline.map(({ metric, x, chosen }) => (
        <Line key={metric} x={x} kind={`before ${chosen ? 'chosen' : ''}`} />
      ))}
      {current.map(({ metric, x, chosen }) => (
        <Line key={metric} x={x} kind={`after ${chosen ? 'chosen' : ''}`} />
      ))}
    </svg>
  );
}

function Line({ x, kind }: { readonly x: number; readonly kind: string }) {
  return <line class={kind} x1={percent(x)} x2={percent(x)} y1="0" y2="100%" />;
}
