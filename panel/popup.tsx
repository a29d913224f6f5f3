import { render } from 'preact';
import { findActiveTab } from './connection/active-tab.ts';
import { whenIdle } from './connection/when-idle.ts';
import type { PopupState } from './model/popup-state.ts';
import { Popup } from './view/popup.tsx';
import { speakLanguage } from './text.ts';

speakLanguage('name');
const root = document.getElementById('root');
const tab = findActiveTab(location.search);

/** The frame is painted at once; the database and, later, the engine that finds causes are loaded behind it. */
const reader = import('./model/popup-state.ts');

function show(state: PopupState): void {
  if (root) render(<Popup state={state} refresh={refresh} />, root);
}

function refresh(): void {
  void readAndExplain();
}

async function readAndExplain(): Promise<void> {
  const { readPopup, explainPopup } = await reader;
  const state = await readPopup(await tab);
  show(state);
  whenIdle(() => void explainPopup(state).then(show));
}

show({ access: { status: 'unknown' }, visits: [] });
refresh();
whenIdle(
  () => void import('../src/protocol/channel.ts').then(({ observeChanges }) => observeChanges(refresh)),
);
