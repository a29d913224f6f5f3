import { startNetworkLog } from './connection/network-log.ts';
import { text } from './text.ts';

void chrome.devtools.panels.create(text('tabBudgets'), 'icons/32.png', 'panel/panel.html');
startNetworkLog(chrome.devtools.inspectedWindow.tabId);
