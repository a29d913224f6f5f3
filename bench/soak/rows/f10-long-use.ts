import { waitFor } from '../../../cli/wait-for.ts';
import { type RawGround, type RawLife, onRawGround } from '../raw-ground.ts';
import type { RawTab } from '../raw-tab.ts';
import { atMost, defineRow, type Figure, none, type Pace } from '../row.ts';
import { writePage } from '../site.ts';

interface Scale {
  readonly navigations: number;
  readonly openings: number;
  /** Before growth is measured, everything that is made once has been made. */
  readonly warmUp: number;
}

interface Usage {
  readonly heap: number;
  readonly listeners: number;
}

export const longUse = defineRow<Scale>({
  id: 'F10',
  fault: 'the panel is opened and closed, and stays open, for a long time',
  short: { navigations: 6, openings: 2, warmUp: 3 },
  long: { navigations: 1000, openings: 300, warmUp: 70 },
  measure: (scale, pace) => onRawGround((ground) => measure(ground, scale, pace)),
});

async function measure(ground: RawGround, scale: Scale, pace: Pace): Promise<Figure[]> {
  ground.site.serve('/', writePage());
  const life = await ground.start();
  const starts = countWorkerStarts(life);
  const tab = await life.browser.openTab(`${ground.site.origin}/`);
  const panelUrl = `chrome-extension://${life.browser.extensionId}/panel/panel.html?tabId=${await readTabId(life)}`;
  const panel = await life.browser.openTab(panelUrl);
  await navigate(ground, tab, scale.warmUp, pace);
  const before = await measureUsage(panel);
  starts.reset();
  const done = await navigate(ground, tab, scale.navigations, pace);
  const wakeUps = starts.count() / Math.max(done, 1);
  await life.waitForQueue();
  const after = await measureUsage(panel);

  await openAndClose(life, panelUrl, scale.warmUp, pace);
  const idle = await measureUsage(life.inside);
  await openAndClose(life, panelUrl, scale.openings, pace);
  const end = await measureUsage(life.inside);
  const contexts = await life.inside.evaluate<number>(
    'chrome.runtime.getContexts({ contextTypes: ["TAB"] }).then(({ length }) => length)',
  );
  return [
    atMost('heap growth of a panel that stays open', (after.heap - before.heap) / 1e6, 5, ' MB'),
    atMost('listeners it gained', after.listeners - before.listeners, 0),
    atMost('heap growth of the extension after panels were closed', (end.heap - idle.heap) / 1e6, 5, ' MB'),
    atMost('pages of the extension left', contexts, 2),
    atMost('starts of the worker per navigation', wakeUps, 3),
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

async function openAndClose(life: RawLife, url: string, times: number, pace: Pace): Promise<void> {
  for (let n = 0; n < times && pace.goesOn(); n++) {
    const panel = await life.browser.openTab(url);
    await waitFor(
      async () => (await panel.evaluate<boolean>(`!!document.querySelector('[role=tabpanel]')`)) || undefined,
      { what: 'the panel' },
    );
    await panel.close();
    pace.tell(`panel opened ${n + 1} times`);
  }
}

/** After garbage has been collected, twice, since the first run only finds out what the second one frees. */
async function measureUsage(tab: RawTab): Promise<Usage> {
  await tab.send('Performance.enable');
  await tab.send('HeapProfiler.collectGarbage');
  await tab.send('HeapProfiler.collectGarbage');
  const { metrics } = await tab.send('Performance.getMetrics');
  const read = (wanted: string): number =>
    metrics.find(({ name }: { name: string }) => name === wanted)?.value ?? 0;
  return { heap: read('JSHeapUsedSize'), listeners: read('JSEventListeners') };
}

function countWorkerStarts({ browser }: RawLife): { count: () => number; reset: () => void } {
  let starts = 0;
  void browser.connection.send('Target.setDiscoverTargets', { discover: true });
  browser.connection.listen('Target.targetCreated', ({ targetInfo }) => {
    if (targetInfo.type === 'service_worker') starts++;
  });
  return { count: () => starts, reset: () => void (starts = 0) };
}

/** Of the tab that shows the site. */
function readTabId({ inside }: RawLife): Promise<number> {
  return inside.evaluate(`chrome.tabs.query({ url: 'http://localhost/*' }).then(([tab]) => tab.id)`);
}
