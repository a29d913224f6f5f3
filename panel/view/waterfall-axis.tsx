import type { Span, Waterfall } from '../../src/domain/waterfall/waterfall.ts';
import type { AxisMark, WaterfallAxis as Axis } from '../derive/waterfall-axis.ts';
import { percent } from './percent.ts';

interface WaterfallAxisProps {
  readonly axis: Axis;
  readonly longTasks: Waterfall['longTasks'];
}

/** The head of the two waterfalls: their milestones, ticks of time, and what kept the main thread busy. */
export function WaterfallAxis({ axis, longTasks }: WaterfallAxisProps) {
  return (
    <div class="wf-axis">
      <Lane name="Baseline" marks={axis.baseline} kind="baseline" />
      <Lane name="Now" marks={axis.current} kind="current" />
      <div class="wf-lane">
        <span class="wf-name muted">Main thread</span>
        <svg class="wf-tasks" role="img" aria-label={tellTasks(longTasks)}>
          <Tasks tasks={longTasks.baseline} end={axis.end} kind="before" />
          <Tasks tasks={longTasks.current} end={axis.end} kind="after" />
        </svg>
      </div>
      <div class="wf-lane wf-ticks" aria-hidden="true">
        <span class="wf-name" />
        <div class="wf-plot">
          {axis.ticks.map(({ x, text }) => (
            <span key={text} style={{ left: percent(x) }}>
              {text}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

function Lane({
  name,
  marks,
  kind,
}: {
  readonly name: string;
  readonly marks: readonly AxisMark[];
  readonly kind: 'baseline' | 'current';
}) {
  return (
    <div class="wf-lane">
      <span class="wf-name muted">{name}</span>
      <ul class={`wf-plot wf-marks ${kind}`} aria-label={`Milestones, ${name.toLowerCase()}`}>
        {marks.map(({ metric, label, x, chosen, side, text }) => (
          <li
            key={metric}
            class={`${chosen ? 'chosen' : ''} ${side ?? ''}`}
            style={{ left: percent(x) }}
            title={text}
          >
            {side && <span aria-hidden="true">{label}</span>}
            <span class="visually-hidden">{text}</span>
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
  return `Long tasks on the main thread: ${baseline.length} in the baseline, ${current.length} now`;
}
