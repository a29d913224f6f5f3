import type { LimitHistory as History } from '../derive/budget-history.ts';

/** Width of a load's mark and of the step to the next, in the drawing's own units. */
const STEP = 4;

/** A mark a load, oldest first: high and strong where the limit would have been broken. */
export function LimitHistory({ history }: { readonly history: History }) {
  const { statuses, told, isBroken } = history;
  const width = statuses.length * STEP;
  return (
    <span class="limit-history">
      <svg viewBox={`0 0 ${width} 12`} width={width} height="12" aria-hidden="true">
        {statuses.map((status, index) => {
          const height = status === 'broken' ? 12 : status === 'within' ? 4 : 1;
          return (
            <rect
              key={index}
              class={status}
              x={index * STEP}
              y={12 - height}
              width={STEP - 1}
              height={height}
            />
          );
        })}
      </svg>
      <small class={isBroken ? 'bad' : 'muted'}>{told}</small>
    </span>
  );
}
