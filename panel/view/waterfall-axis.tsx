import type { Span, Waterfall } from '../../src/domain/waterfall/waterfall.ts';
import type { AxisMark, WaterfallAxis as Axis } from '../derive/waterfall-axis.ts';
import { formatCount } from '../format.ts';
import { text } from '../text.ts';
import { percent } from './percent.ts';

interface WaterfallAxisProps {
  readonly axis: Axis;
  readonly longTasks: Waterfall['longTasks'];
}

/** The head of the two waterfalls: their milestones, ticks of time, and what kept the main thread busy. */
export function WaterfallAxis({ axis, longTasks }: WaterfallAxisProps) {
  return (
    <div class="wf-axis">
      <Lane marks={axis.baseline} kind="baseline" />
      <Lane marks={axis.current} kind="current" />
      <div class="wf-lane">
        <span class="wf-name muted">{text('mainThread')}</span>
        <svg class="wf-tasks" role="img" aria-label={tellTasks(longTasks)}>
          <Tasks tasks={longTasks.baseline} end={axis.end} kind="before" />
          <Tasks tasks={longTasks.current} end={axis.end} kind="after" />
        </svg>
      </div>
      <div class="wf-lane wf-ticks" aria-hidden="true">
        <span class="wf-name" />
        <div class="wf-plot">
          {axis.ticks.map(({ x, label }) => (
            <span key={label} style={{ left: percent(x) }}>
              {label}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

const LANES = {
  baseline: { name: 'before', milestones: 'milestonesBaseline' },
  current: { name: 'now', milestones: 'milestonesNow' },
} as const;

function Lane({ marks, kind }: { readonly marks: readonly AxisMark[]; readonly kind: keyof typeof LANES }) {
  const { name, milestones } = LANES[kind];
  return (
    <div class="wf-lane">
      <span class="wf-name muted">{text(name)}</span>
      <ul class={`wf-plot wf-marks ${kind}`} aria-label={text(milestones)}>
        {marks.map(({ metric, label, x, chosen, side, told }) => (
          <li
            key={metric}
            class={`${chosen ? 'chosen' : ''} ${side ?? ''}`}
            style={{ left: percent(x) }}
            title={told}
          >
            {side && <span aria-hidden="true">{label}</span>}
            <span class="visually-hidden">{told}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Tasks({
  tasks,
  end,
  kind,
}: {
  readonly tasks: readonly Span[];
  readonly end: number;
  readonly kind: 'before' | 'after';
}) {
  return (
    <>
      {tasks.map((task) => (
        <rect
          key={task.start}
          class={kind}
          x={percent(Math.min(task.start / end, 1))}
          width={percent(Math.max(0, Math.min(task.end, end) - task.start) / end)}
          y={kind === 'before' ? 1 : 8}
          height={kind === 'before' ? 5 : 7}
        />
      ))}
    </>
  );
}

function tellTasks({ baseline, current }: Waterfall['longTasks']): string {
  return text('longTasksOn', formatCount(baseline.length), formatCount(current.length));
}
