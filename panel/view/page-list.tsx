import { groupPages } from '../derive/page-options.ts';
import type { PanelModel } from '../model/panel-model.ts';
import { EmptyState } from './empty-state.tsx';
import { Icon } from './icon.tsx';

/** Every stored page, for a panel that stands in a tab of its own. */
export function PageList({ model }: { readonly model: PanelModel }) {
  const { page } = model;
  const groups = groupPages(page.pages.value);
  if (groups.length === 0) {
    return (
      <EmptyState icon="learning" title="No loads yet">
        Open DevTools on a page, choose “Budgets” there, and reload the page. You can also drop a report here.
      </EmptyState>
    );
  }
  return (
    <div class="page-list">
      <h1>Pages</h1>
      {groups.map(({ origin, pages }) => (
        <section key={origin}>
          <h2>{origin}</h2>
          <ul>
            {pages.map(({ key, route, loads, size, open }) => (
              <li key={key} class="page-item">
                <button type="button" class="row-button" onClick={() => page.show(key)}>
                  <span class="path">{route}</span>
                  <span class="muted">
                    {loads} · {size}
                  </span>
                  <span class={`state ${open > 0 ? 'bad' : 'good'}`}>
                    <Icon name={open > 0 ? 'worse' : 'check'} />
                    {open > 0 ? `${open} open` : 'fine'}
                  </span>
                </button>
                <button
                  type="button"
                  class="tool"
                  aria-label={`Delete ${key}`}
                  title="Delete this page and its loads"
                  onClick={() => model.deletePage(key)}
                >
                  <Icon name="trash" />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
