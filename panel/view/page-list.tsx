import { deriveBaselines } from '../derive/baselines.ts';
import { groupPages, type PageOption } from '../derive/page-options.ts';
import { sumStored } from '../derive/stored.ts';
import type { PanelModel } from '../model/panel-model.ts';
import { BaselineItem } from './baseline-list.tsx';
import { EmptyState } from './empty-state.tsx';
import { Icon, TONE_ICONS } from './icon.tsx';
import { text } from '../text.ts';

/** Every stored page: how it stands, what it takes, and the baselines of each kind of its loads. */
export function PageList({ model }: { readonly model: PanelModel }) {
  const pages = model.page.pages.value;
  const losses = model.page.losses.value;
  if (!losses) return <p class="loading">{text('reading')}</p>;
  if (pages.length === 0) {
    return (
      <EmptyState icon="learning" title={text('noLoads')}>
        {text('noLoadsMore')}
      </EmptyState>
    );
  }
  return (
    <div class="page-list">
      <div class="card-head">
        <h1>{text('pages')}</h1>
        <span class="muted">{sumStored(pages, losses.waiting, losses.counters).summary}</span>
      </div>
      {groupPages(pages).map(({ origin, pages: options }) => (
        <section key={origin}>
          <h2>{origin}</h2>
          <ul>
            {options.map((option) => (
              <PageItem key={option.key} model={model} option={option} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface PageItemProps {
  readonly model: PanelModel;
  readonly option: PageOption;
}

function PageItem({ model, option }: PageItemProps) {
  const { key, route, loads, size, kinds, state } = option;
  const { opened } = model.pages;
  const isOpened = opened.value === key;
  return (
    <li class="page-item">
      <button type="button" class="row-button" onClick={() => model.openPage(key)}>
        <span class="path">{route}</span>
        <span class="page-cost muted">
          <span>{loads}</span> <span>{size}</span>
        </span>
        <span class={`state ${state.tone}`}>
          <Icon name={TONE_ICONS[state.tone]} />
          {state.text}
        </span>
      </button>
      <button
        type="button"
        class="tool"
        aria-expanded={isOpened}
        aria-label={text('baselinesOf', key)}
        title={text('baselinesHint')}
        onClick={() => (opened.value = isOpened ? undefined : key)}
      >
        <Icon name={isOpened ? 'down' : 'right'} />
        {kinds}
      </button>
      <button
        type="button"
        class="tool"
        aria-label={text('deleteNamed', key)}
        title={text('deletePageHint')}
        onClick={() => model.deletePage(key)}
      >
        <Icon name="trash" />
      </button>
      {isOpened && <PageBaselines model={model} />}
    </li>
  );
}

function PageBaselines({ model }: { readonly model: PanelModel }) {
  const details = model.pages.details.value;
  if (!details) return null;
  return (
    <ul class="page-baselines">
      {deriveBaselines(details.row.state, details.visits, Date.now()).map((baseline) => (
        <BaselineItem key={baseline.cohort} model={model.pages} baseline={baseline} acceptsHere />
      ))}
    </ul>
  );
}
