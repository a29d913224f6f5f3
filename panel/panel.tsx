import { render } from 'preact';
import { followTheme } from './connection/follow-theme.ts';
import { connectInspectedTab } from './connection/inspected-tab.ts';
import { createPanelModel } from './model/panel-model.ts';
import { App } from './view/app.tsx';
import { speakLanguage } from './text.ts';

followTheme(document.documentElement);
speakLanguage('name');
const root = document.getElementById('root');
if (root) render(<App model={createPanelModel(connectInspectedTab(location.search))} />, root);
