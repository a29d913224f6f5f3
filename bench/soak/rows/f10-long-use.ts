import { waitFor } from '../../../cli/wait-for.ts';
import { type RawGround, type RawLife, onRawGround } from '../raw-ground.ts';
import type { RawTab } from '../raw-tab.ts';
import { atMost, defineRow, type Figure, known, none, type Pace } from '../row.ts';
import { writePage } from '../site.ts';
import { countWakeUps } from '../count-wake-ups.ts';
import { measureUsage } from '../measure-usage.ts';
import { measureWorkerHeap } from '../worker-heap.ts';

interface Scale {
  readonly navigations: number;
  readonly openings: number;
  /** Before growth is measured, everything that is made once has been made. */
  readonly warmUp: number;
}

const WAKE_UPS = 3;

export const longUse = defineRow<Scale>({
  id: 'F10',
  fault: 'the panel is opened and closed, and stays open, for a long time',
  minutes: 25,
  short: { navigations: 6, openings: 2, warmUp: 3 },
  long: { navigations: 1000, openings: 300, warmUp: 70 },
  measure: (scale, pace) => onRawGround((ground) => measure(ground, scale, pace)),
});

async function measure(ground: RawGround, scale: Scale, pace: Pace): Promise<Figure[]> {
  ground.site.serve('/', writePage());
  const life = await ground.start();
  const tab = await life.browser.openTab(`${ground.site.origin}/`);
  const panelUrl = `chrome-extension://${life.browser.extensionId}/panel/panel.html?tabId=${await readTabId(life)}`;
  const panel = await life.browser.openTab(panelUrl);
  await navigate(ground, tab, scale.warmUp, pace);
  const before = await measureUsage(panel);
  const done = await navigate(ground, tab, scale.navigations, pace);
  await life.waitForQueue();
  const after = await measureUsage(panel);

  await openAndClose(life, panelUrl, scale.warmUp, pace);
  const wakeUps = await countWakeUps(ground, life, WAKE_UPS);
  const workerBefore = await measureWorkerHeap(life);
  const idle = await measureUsage(life.inside);
  const opened = await openAndClose(life, panelUrl, scale.openings, pace);
  const end = await measureUsage(life.inside);
  const workerAfter = await measureWorkerHeap(life);
  const contexts = await life.inside.evaluate<number>(
    'chrome.runtime.getContexts({ contextTypes: ["TAB"] }).then(({ length }) => length)',
  );
  return [
    atMost('heap growth of a panel that stays open', (after.heap - before.heap) / 1e6, 5, ' MB'),
    atMost('listeners it gained', after.listeners - before.listeners, 0),
    atMost('heap growth of the extension after panels were closed', (end.heap - idle.heap) / 1e6, 5, ' MB'),
    atMost('listeners it gained', end.listeners - idle.listeners, 0),
    atMost('heap growth of the worker', (workerAfter - workerBefore) / 1e6, 5, ' MB'),
    known('opened and closed, and navigations with the panel open', `${opened}, ${done}`),
    atMost('pages of the extension left', contexts, 2),
    atMost('starts of a sleeping worker for each navigation', wakeUps / WAKE_UPS, 3),
    none('half-written', await life.ask('verifyStore')),
  ];
}

async function navigate(ground: RawGround, tab: RawTab, times: number, pace: Pace): Promise<number> {
  let done = 0;
  for (; done < times && pace.goesOn(); done++) {
    await tab.navigate(`${ground.site.origin}/?${done}`);
    // Two loads a second are judged as they come; faster ones would be coalesced, and the panel would see less.
    await new Promise((resolve) => setTimeout(resolve, 500));
    pace.tell(`${done + 1} navigations`);
  }
  return done;
}

async function openAndClose(life: RawLife, url: string, times: number, pace: Pace): Promise<number> {
  let done = 0;
  for (; done < times && pace.goesOn(); done++) {
    const panel = await life.browser.openTab(url);
    await waitFor(
      async () => (await panel.evaluate<boolean>(`!!document.querySelector('[role=tabpanel]')`)) || undefined,
      { what: 'the panel' },
    );
    await panel.close();
    pace.tell(`panel opened ${done + 1} times`);
  }
  return done;
}

/** Of the tab that shows the site. */
function readTabId({ inside }: RawLife): Promise<number> {
  return inside.evaluate(`chrome.tabs.query({ url: 'http://localhost/*' }).then(([tab]) => tab.id)`);
}
