import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { deriveHeadline } from '../derive/headline.ts';
import type { PanelModel } from '../model/panel-model.ts';
import { readShownPage, type ShownPage } from '../model/shown-page.ts';
import { lazyView } from './lazy-view.tsx';
import { NoPage, PageList } from './no-page.tsx';
import { NoticeBar } from './notice-bar.tsx';
import { Overview } from './overview.tsx';
import { StorageNote } from './storage-note.tsx';
import { Tabs } from './tabs.tsx';
import { Toolbar } from './toolbar.tsx';
import { usePastedReport } from './use-pasted-report.ts';
import { Visits } from './visits.tsx';
import { text } from '../text.ts';

/** What is not seen first is not loaded first. */
const History = lazyView(() => import('./history.tsx').then((module) => module.History));
const Diff = lazyView(() => import('./diff.tsx').then((module) => module.Diff));
const Budgets = lazyView(() => import('./budgets.tsx').then((module) => module.Budgets));

export function App({ model }: { readonly model: PanelModel }) {
  const shown = model.content.value === 'page' ? readShownPage(model) : undefined;
  const screen = model.screen.value;
  return (
    <DropZone take={model.transfer.take}>
      <header class="header">
        <Tabs screen={model.screen} />
        <Toolbar model={model} />
      </header>
      <StorageNote storage={model.storage} />
      <AccessNote model={model} />
      <main class="screen">
        <div id="screen" role="tabpanel" aria-labelledby={`tab-${screen}`}>
          <Screen model={model} shown={shown} />
        </div>
      </main>
      <NoticeBar notices={model.notices} transfer={model.transfer} verify={model.verify} />
      <Announcer shown={shown} />
    </DropZone>
  );
}

function Screen({ model, shown }: { readonly model: PanelModel; readonly shown: ShownPage | undefined }) {
  const content = model.content.value;
  if (model.screen.value === 'budgets' && model.database.state.value.status === 'open') {
    return <Budgets model={model} visits={shown?.visits ?? []} />;
  }
  if (model.screen.value === 'pages' && model.database.state.value.status === 'open') {
    return <PageList model={model} />;
  }
  if (content !== 'page') return <NoPage model={model} content={content} />;
  if (!shown) return <NoPage model={model} content="loading" />;
  switch (model.screen.value) {
    case 'why':
      return <Diff model={model} shown={shown} />;
    case 'history':
      return <History model={model} shown={shown} />;
    case 'visits':
      return <Visits model={model} shown={shown} />;
    case 'overview':
    case 'budgets':
    case 'pages':
      return <Overview model={model} shown={shown} />;
  }
}

/** Old loads are shown although new ones will not come. */
function AccessNote({ model }: { readonly model: PanelModel }) {
  const access = model.site.access.value;
  if (access.status !== 'not-allowed' || model.content.value !== 'page') return null;
  return <p class="access-note">{text('newLoadsNotMeasured', access.site.host)}</p>;
}

/** Says a breach aloud when a load brings one, once. */
function Announcer({ shown }: { readonly shown: ShownPage | undefined }) {
  const headline = shown && deriveHeadline({ ...shown, comparison: undefined });
  return (
    <div class="visually-hidden" aria-live="polite">
      {headline?.tone === 'bad' ? headline.text : ''}
    </div>
  );
}

function DropZone({
  take,
  children,
}: {
  readonly take: (file: File) => void;
  readonly children: ComponentChildren;
}) {
  const over = useSignal(false);
  usePastedReport(take);
  const onDragOver = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    over.value = true;
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    over.value = false;
    const [file] = event.dataTransfer?.files ?? [];
    if (file) take(file);
  };
  return (
    <div
      class={over.value ? 'app dropping' : 'app'}
      onDragOver={onDragOver}
      onDragLeave={(event) => {
        if (event.target === event.currentTarget) over.value = false;
      }}
      onDrop={onDrop}
    >
      {children}
      {over.value && <div class="drop-hint">{text('dropHint')}</div>}
    </div>
  );
}
