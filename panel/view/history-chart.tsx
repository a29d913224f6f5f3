import type { ReadonlySignal, Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { History, HistoryPoint } from '../derive/history.ts';
import { HistoryAxis, HistoryDrawing, HistoryMoments } from './history-drawing.tsx';
import { percent } from './percent.ts';
import { text } from '../text.ts';

/** Loads that Page Up and Page Down pass. */
const PAGE = 10;

interface HistoryChartProps {
  readonly history: History;
  readonly label: string;
  /** The load that the arrow keys have reached. */
  readonly cursor: Signal<string | undefined>;
  readonly picked: ReadonlySignal<string | undefined>;
  readonly pick: (point: HistoryPoint) => void;
}

/** A slider whose values are the loads: arrow keys move along them, Enter picks one. */
export function HistoryChart({ history, label, cursor, picked, pick }: HistoryChartProps) {
  const { points } = history;
  const last = points.length - 1;
  const find = (): number => {
    const index = points.findIndex(({ visitId }) => visitId === cursor.peek());
    return index < 0 ? last : index;
  };
  const moveTo = (index: number): void => {
    cursor.value = points[Math.min(Math.max(index, 0), last)]?.visitId;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = find();
    const target = targetOf(event.key, at, last);
    const point = points[at];
    if (target !== undefined) moveTo(target);
    else if (event.key === 'Enter' && point) pick(point);
    else return;
    event.preventDefault();
  };
  const pointAt = (event: MouseEvent): HistoryPoint | undefined => {
    const { left, width } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const index = Math.floor(((event.clientX - left) / width) * points.length);
    return points[Math.min(Math.max(index, 0), last)];
  };
  const onMove = (event: MouseEvent): void => {
    const point = pointAt(event);
    if (point) cursor.value = point.visitId;
  };
  const onClick = (event: MouseEvent): void => {
    const point = pointAt(event);
    if (point) pick(point);
  };
  return (
    <div class="history-chart">
      <HistoryAxis ticks={history.ticks} />
      <Plot {...{ points, label, cursor, picked, onKeyDown, onClick, onMove }}>
        <HistoryDrawing history={history} />
      </Plot>
      <HistoryMoments points={points} />
    </div>
  );
}

function targetOf(key: string, at: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return at - 1;
    case 'ArrowRight':
    case 'ArrowUp':
      return at + 1;
    case 'PageDown':
      return at - PAGE;
    case 'PageUp':
      return at + PAGE;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

interface PlotProps extends Pick<HistoryChartProps, 'label' | 'cursor' | 'picked'> {
  readonly points: readonly HistoryPoint[];
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
  readonly onMove: (event: MouseEvent) => void;
  readonly children: ComponentChildren;
}

/** Follows the cursor; its children, which are many, come from above and so are drawn only when they change. */
function Plot({ points, label, cursor, picked, children, ...handlers }: PlotProps) {
  const at = points.findIndex(({ visitId }) => visitId === cursor.value);
  const index = at < 0 ? points.length - 1 : at;
  const chosen = points.find(({ visitId }) => visitId === picked.value);
  return (
    <div
      class="history-plot"
      role="slider"
      tabIndex={0}
      aria-label={text('byLoad', label)}
      aria-valuemin={1}
      aria-valuemax={points.length}
      aria-valuenow={index + 1}
      aria-valuetext={points[index]?.told}
      onKeyDown={handlers.onKeyDown}
      onClick={handlers.onClick}
      onPointerMove={handlers.onMove}
    >
      {children}
      <svg class="history-cursor" aria-hidden="true">
        {chosen && <Pointer point={chosen} kind="picked" />}
        {at >= 0 && points[at] && <Pointer point={points[at]} kind="cursor" />}
      </svg>
    </div>
  );
}

function Pointer({ point, kind }: { readonly point: HistoryPoint; readonly kind: 'cursor' | 'picked' }) {
  return (
    <g class={kind}>
      <line x1={percent(point.x)} x2={percent(point.x)} y1="0" y2="100%" />
      <circle cx={percent(point.x)} cy={percent(1 - point.y)} r="5" />
    </g>
  );
}
