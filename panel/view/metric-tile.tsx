import { STATUS_TONES } from '../derive/status.ts';
import type { Tile } from '../derive/tiles.ts';
import { Icon, type IconName } from './icon.tsx';
import { StatusMark } from './status-mark.tsx';
import { StripChart } from './strip-chart.tsx';
import { isChange } from '../format.ts';
import { type MessageKey, text } from '../text.ts';

const BUDGET_WORDS: Readonly<Record<NonNullable<Tile['budget']>['status'], MessageKey>> = {
  within: 'budgetWithin',
  broken: 'budgetBroken',
  'not-measured': 'budgetNotMeasured',
};

const BUDGET_ICONS: Readonly<Record<NonNullable<Tile['budget']>['status'], IconName>> = {
  within: 'check',
  broken: 'cross',
  'not-measured': 'unknown',
};

/** One metric: what it is now, how it moved, what it may be. A click explains it. */
export function MetricTile({ tile, onOpen }: { readonly tile: Tile; readonly onOpen: () => void }) {
  const tone = STATUS_TONES[tile.status];
  const chart = tile.baseline
    ? text('recentLoadsBase', tile.label, tile.value, tile.baseline)
    : text('recentLoads', tile.label, tile.value);
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
          {isChange(tile.delta) && tile.relative && <small> {tile.relative}</small>}
        </span>
      </div>
      {tile.detail && <p class="visually-hidden">{tile.detail}</p>}
      {tile.strip && (
        <StripChart strip={tile.strip} tone={tone} isOver={tile.budget?.status === 'broken'} title={chart} />
      )}
      <div class="tile-foot">
        {tile.baseline && (!tile.note || tile.status === 'too-noisy') && (
          <span>{baseOf(tile.baseline, tile.recent)}</span>
        )}
        {tile.note && <span>{tile.note}</span>}
        {tile.budget && (
          <span class={tile.budget.status === 'broken' ? 'bad' : ''}>
            <Icon name={BUDGET_ICONS[tile.budget.status]} />
            <span class="visually-hidden">{text(BUDGET_WORDS[tile.budget.status])} </span>
            {text('budgetValue', tile.budget.limit)}
          </span>
        )}
      </div>
    </li>
  );
}

/** So that value, change and baseline add up where the change is the median's. */
function baseOf(baseline: string, recent: Tile['recent']): string {
  return recent ? text('baseAndLast', baseline, recent.loads, recent.median) : text('baseValue', baseline);
}
