import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from '../../../cli/wait-for.ts';
import { measureUsage } from '../measure-usage.ts';
import { type RawGround, type RawLife, onRawGround } from '../raw-ground.ts';
import { atMost, defineRow, exactly, type Figure, known, none, type Pace, within } from '../row.ts';
import { writePage } from '../site.ts';
import { watchWorker } from '../watch-worker.ts';

interface Scale {
  readonly kills: number;
}

/** Between kills: longer than a reconnection that does not know when to stop would wait. */
const PAUSE = 250;

const WARM_UP = 3;

export const panelAndDyingWorker = defineRow<Scale>({
  id: 'F11',
  fault: 'the worker is killed again and again while the panel is open',
  short: { kills: 10 },
  long: { kills: 100 },
  measure: (scale, pace) => onRawGround((ground) => measure(ground, scale, pace)),
});

async function measure(ground: RawGround, { kills }: Scale, pace: Pace): Promise<Figure[]> {
  ground.site.serve('/', writePage());
  const life = await ground.start();
  await life.browser.openTab(`${ground.site.origin}/`);
  await waitFor(async () => (await life.readVisits()).length > 0 || undefined, { what: 'a visit' });
  const tabId = await life.inside.evaluate<number>(
    `chrome.tabs.query({ url: 'http://localhost/*' }).then(([tab]) => tab.id)`,
  );
  const worker = await watchWorker(life);
  const without = await killRepeatedly(life, kills, pace);

  const errors: string[] = [];
  life.browser.connection.listen('Runtime.exceptionThrown', ({ exceptionDetails }) =>
    errors.push(exceptionDetails.exception?.description ?? exceptionDetails.text),
  );
  const panel = await life.browser.openTab(
    `chrome-extension://${life.browser.extensionId}/panel/panel.html?tabId=${tabId}`,
  );
  await waitFor(async () => (await panel.evaluate<boolean>(SHOWS_PAGE)) || undefined, { what: 'the panel' });
  // The first kills make what is made once.
  await killRepeatedly(life, WARM_UP, pace);
  const before = await measureUsage(panel);
  worker.reset();
  const withPanel = await killRepeatedly(life, kills, pace);
  const after = await measureUsage(panel);
  return [
    atMost('workers started by the panel', worker.starts() - withPanel.done, 0),
    within('CPU of the browser process because of it', withPanel.cpu - without.cpu, 5, ' % of a core'),
    atMost('heap growth of the panel', (after.heap - before.heap) / 1e6, 5, ' MB'),
    atMost('listeners it gained', after.listeners - before.listeners, 0),
    known('kills', String(withPanel.done)),
    exactly('the panel shows its page', (await panel.evaluate<boolean>(SHOWS_PAGE)) ? 'yes' : 'no', 'yes'),
    none('errors in the panel', errors),
  ];
}

/** Wakes the worker and kills it, again and again. */
async function killRepeatedly(
  life: RawLife,
  kills: number,
  pace: Pace,
): Promise<{ done: number; cpu: number }> {
  const cpuBefore = await readBrowserCpu(life);
  const start = performance.now();
  let done = 0;
  for (; done < kills && pace.goesOn(); done++) {
    await life.ask('readStorage');
    await life.inside.send('ServiceWorker.stopAllWorkers');
    await sleep(PAUSE);
    pace.tell(`${done + 1} kills`);
  }
  const seconds = (performance.now() - start) / 1000;
  return { done, cpu: (100 * ((await readBrowserCpu(life)) - cpuBefore)) / seconds };
}

const SHOWS_PAGE = `!!document.querySelector('[role=tabpanel]') && document.body.innerText.length > 100`;

/** Seconds of CPU time so far. */
async function readBrowserCpu({ browser }: RawLife): Promise<number> {
  const { processInfo } = await browser.connection.send('SystemInfo.getProcessInfo');
  return processInfo.find(({ type }: { type: string }) => type === 'browser').cpuTime;
}
