import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from '../../../cli/wait-for.ts';
import { type RawGround, type RawLife, onRawGround } from '../raw-ground.ts';
import { atMost, defineRow, exactly, type Figure, none, type Pace, within } from '../row.ts';
import { writePage } from '../site.ts';

interface Scale {
  readonly kills: number;
}

/** Between kills: longer than a reconnection that does not know when to stop would wait. */
const PAUSE = 250;

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
  worker.reset();
  const withPanel = await killRepeatedly(life, kills, pace);
  return [
    atMost('workers started by the panel', worker.starts() - withPanel.done, 0),
    within('CPU of the browser process because of it', withPanel.cpu - without.cpu, 5, ' % of a core'),
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

async function watchWorker({
  browser,
  inside,
}: RawLife): Promise<{ starts: () => number; reset: () => void }> {
  let starts = 0;
  let status = '';
  browser.connection.listen('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { runningStatus } of versions) {
      if (runningStatus === 'starting' && status !== 'starting') starts++;
      status = runningStatus;
    }
  });
  await inside.send('ServiceWorker.enable');
  return { starts: () => starts, reset: () => void (starts = 0) };
}

/** Seconds of CPU time so far. */
async function readBrowserCpu({ browser }: RawLife): Promise<number> {
  const { processInfo } = await browser.connection.send('SystemInfo.getProcessInfo');
  return processInfo.find(({ type }: { type: string }) => type === 'browser').cpuTime;
}
