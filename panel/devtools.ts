import { startNetworkLog } from './connection/network-log.ts';

void chrome.devtools.panels.create('Budgets', 'icons/32.png', 'panel/panel.html');
startNetworkLog(chrome.devtools.inspectedWindow.tabId);
