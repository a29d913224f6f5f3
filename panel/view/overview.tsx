import { useSignal } from '@preact/signals';
import { deriveCounterNotes } from '../derive/counter-notes.ts';
import { deriveFlags, summarizeExclusions } from '../derive/flags.ts';
import { deriveGuardHint } from '../derive/guard-hint.ts';
import { deriveHeadline } from '../derive/headline.ts';
import { deriveOpenRegressions } from '../derive/open-regressions.ts';
import { deriveTiles, type Tile } from '../derive/tiles.ts';
import { deriveWeights } from '../derive/weights.ts';
import type { PanelModel } from '../model/panel-model.ts';
import type { ShownPage } from '../model/shown-page.ts';
import type { VisitRow } from '../../src/store/schema.ts';
import { formatCount } from '../format.ts';
import { Filmstrip } from './filmstrip.tsx';
import { GuardHint } from './guard-hint.tsx';
import { Hero } from './hero.tsx';
import { lazyView } from './lazy-view.tsx';
import { MetricTile } from './metric-tile.tsx';
import { RegressionList } from './regression-list.tsx';
import { WeightTable } from './weight-table.tsx';
import { text } from '../text.ts';

const LoadDetails = lazyView(() => import('./load-details.tsx').then((module) => module.LoadDetails));

/** Needs the rules themselves, which nothing else here does. */
const BaselineList = lazyView(() => import('./baseline-list.tsx').then((module) => module.BaselineList));

export function Overview({ model, shown }: { readonly model: PanelModel; readonly shown: ShownPage }) {
  const { state, visits, events, latest, cohort, comparison } = shown;
  const tiles = deriveTiles(latest, cohort);
  const openVisit = model.page.tab.value?.visitId;
  const losses = model.page.losses.value;
  const notes = [
    summarizeExclusions(visits),
    ...(losses ? deriveCounterNotes(losses.counters, losses.waiting) : []),
  ].filter((note) => note !== undefined);
  return (
    <div class="overview">
      <Hero
        model={model}
        headline={deriveHeadline({ state, latest, comparison })}
        flags={deriveFlags(latest, latest.visitId === openVisit)}
      />
      <GuardHint guard={model.guard} why={deriveGuardHint(latest)} />
      <Filmstrip load={latest} explain={(metric) => model.explain({ metric })} />
      <Tiles model={model} tiles={tiles.filter(({ prominent }) => prominent)} label={text('metrics')} />
      <details class="more">
        <summary>{text('moreMetrics')}</summary>
        <Tiles
          model={model}
          tiles={tiles.filter(({ prominent }) => !prominent)}
          label={text('moreMetrics')}
        />
      </details>
      <div class="columns">
        <div class="column">
          <RegressionList
            model={model}
            regressions={deriveOpenRegressions({ state, visits, events, comparison })}
          />
          <BaselineList model={model} shown={shown} />
        </div>
        <WeightTable weights={deriveWeights(latest)} />
      </div>
      <Requests visit={latest} />
      {notes.length > 0 && (
        <ul class="notes" aria-label={text('notCounted')}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Drawn only when it is opened: there may be thousands of them. */
function Requests({ visit }: { readonly visit: VisitRow }) {
  const isOpen = useSignal(false);
  return (
    <details class="more" onToggle={(event) => (isOpen.value = event.currentTarget.open)}>
      <summary>{text('requestsOfLoad', formatCount(visit.snapshot.resources.length))}</summary>
      {isOpen.value && <LoadDetails visit={visit} />}
    </details>
  );
}

function Tiles({
  model,
  tiles,
  label,
}: {
  readonly model: PanelModel;
  readonly tiles: readonly Tile[];
  readonly label: string;
}) {
  return (
    <ul class="tiles" aria-label={label}>
      {tiles.map((tile) => (
        <MetricTile key={tile.metric} tile={tile} onOpen={() => model.explain({ metric: tile.metric })} />
      ))}
    </ul>
  );
}
