import type { Content } from '../derive/content.ts';
import type { PanelModel } from '../model/panel-model.ts';
import { EmptyState } from './empty-state.tsx';
import { lazyView } from './lazy-view.tsx';

export const PageList = lazyView(() => import('./page-list.tsx').then((module) => module.PageList));

/** What to do while there is no page to show. */
export function NoPage({
  model,
  content,
}: {
  readonly model: PanelModel;
  readonly content: Exclude<Content, 'page'>;
}) {
  const { tab, site, database } = model;
  const access = site.access.value;
  const reload = tab.reload && { label: 'Reload page', run: tab.reload };
  switch (content) {
    case 'loading':
      return <p class="loading">Reading what is stored…</p>;
    case 'storage-failed':
      return (
        <EmptyState
          icon="storage"
          title="The storage cannot be opened"
          action={{ label: 'Retry', run: database.retry }}
        >
          {reasonOf(model)} Nothing has been deleted. If it stays so, restart the browser and check that the
          disk is not full.
        </EmptyState>
      );
    case 'choose-page':
      return <PageList model={model} />;
    case 'unsupported':
      return (
        <EmptyState icon="info" title="This page cannot be measured">
          Browsers keep extensions out of their own pages, their stores and local files. Go to a page that
          begins with http:// or https://.
        </EmptyState>
      );
    case 'not-allowed': {
      const host = access.status === 'not-allowed' ? access.site.host : 'this site';
      return (
        <EmptyState
          icon="lock"
          title={`Measure ${host}?`}
          action={{ label: `Allow ${host}`, run: model.allowSite }}
        >
          The monitor runs on sites you allow, and on localhost. What it measures stays on this computer. The
          page reloads once, so that the load is measured from its start.
        </EmptyState>
      );
    }
    case 'waiting':
      return (
        <EmptyState icon="learning" title="Waiting for the first load" action={reload}>
          A load appears here about three seconds after the page has finished loading. Nothing comes? Then
          this page was opened before the monitor could see it: reload it.
        </EmptyState>
      );
  }
}

function reasonOf({ database }: PanelModel): string {
  const state = database.state.value;
  return state.status === 'failed' ? state.reason.replace(/\.?$/, '.') : '';
}
