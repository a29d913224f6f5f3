import type { Content } from '../derive/content.ts';
import type { PanelModel } from '../model/panel-model.ts';
import { EmptyState } from './empty-state.tsx';
import { lazyView } from './lazy-view.tsx';
import { text } from '../text.ts';

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
  const reload = tab.reload && { label: text('reloadPage'), run: tab.reload };
  switch (content) {
    case 'loading':
      return <p class="loading">{text('reading')}</p>;
    case 'storage-failed':
      return (
        <EmptyState
          icon="storage"
          title={text('storageFailedTitle')}
          action={{ label: text('retry'), run: database.retry }}
        >
          {reasonOf(model)} {text('retryLater')}
        </EmptyState>
      );
    case 'choose-page':
      return <PageList model={model} />;
    case 'unsupported':
      return (
        <EmptyState icon="info" title={text('unsupportedTitle')}>
          {text('unsupportedMore')}
        </EmptyState>
      );
    case 'not-allowed': {
      const host = access.status === 'not-allowed' ? access.site.host : text('thisSite');
      return (
        <EmptyState
          icon="lock"
          title={text('measureSite', host)}
          action={{ label: text('allow', host), run: model.allowSite }}
        >
          {text('measureSiteMore')}
        </EmptyState>
      );
    }
    case 'waiting':
      return (
        <EmptyState icon="learning" title={text('waitingTitle')} action={reload}>
          {text('waitingMore')}
        </EmptyState>
      );
  }
}

function reasonOf({ database }: PanelModel): string {
  const state = database.state.value;
  return state.status === 'failed' ? state.reason.replace(/\.?$/, '.') : '';
}
