import { STATUS_TONES } from '../derive/status.ts';
import type { Tile } from '../derive/tiles.ts';
import { Icon } from './icon.tsx';
import { StatusMark } from './status-mark.tsx';
import { StripChart } from './strip-chart.tsx';

/** One metric: what it is now, how it moved, what it may be. A click explains it. */
export function MetricTile({ tile, onOpen }: { readonly tile: Tile; readonly onOpen: () => void }) {
  const tone = STATUS_TONES[tile.status];
  const chart = `Recent loads of ${tile.label}, now ${tile.value}${tile.baseline ? `, baseline ${tile.baseline}` : ''}`;
  return (
    <li class={`tile ${tone} ${tile.status}`}>
      <div class="tile-head">
        <button
          type="button"
          class="tile-open"
          title={[tile.title, tile.detail].filter(Boolean).join('. ')}
          onClick={onOpen}
        >
          {tile.label}
        </button>
        {tile.status !== 'not-measured' && <StatusMark status={tile.status} />}
      </div>
      <div class="tile-value">
        <strong class={tile.status === 'not-measured' ? 'unmeasured' : ''}>{tile.value}</strong>
        <span class="tile-delta">
          {tile.delta}
          {tile.delta !== 'no change' && tile.relative && <small> {tile.relative}</small>}
        </span>
      </div>
      {tile.detail && <p class="visually-hidden">{tile.detail}</p>}
      {tile.strip && <StripChart strip={tile.strip} tone={tone} title={chart} />}
      <div class="tile-foot">
        {tile.note ? <span>{tile.note}</span> : tile.baseline && <span>base {tile.baseline}</span>}
        {tile.budget && (
          <span class={tile.budget.status === 'broken' ? 'bad' : ''}>
            <Icon
              name={
                tile.budget.status === 'broken' ? 'cross' : tile.budget.status === 'within' ? 'check' : 'none'
              }
            />
            <span class="visually-hidden">{tile.budget.status} </span>
            budget {tile.budget.limit}
          </span>
        )}
      </div>
    </li>
  );
}
