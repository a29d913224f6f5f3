import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from '../../../cli/wait-for.ts';
import { createCapture } from '../../../src/domain/capture.fixture.ts';
import { sayFault } from '../../../src/domain/words/say-fault.ts';
import { wrapCapture } from '../deliver.ts';
import { type RawGround, type RawLife, onRawGround } from '../raw-ground.ts';
import { defineRow, exactly, type Figure, known, none, type Pace, within } from '../row.ts';
import { writePage } from '../site.ts';

interface Scale {
  readonly kills: number;
}

const PATHS = ['/one', '/two', '/three'];

/** As many as a tab may bring at once. */
const LOADS = 10;

/** Ten captures a tab take about this long to be written. */
const LONGEST_LIFE = 600;

export const browserKilled = defineRow<Scale>({
  id: 'F2',
  fault: 'the whole browser is killed while captures are written',
  minutes: 10,
  short: { kills: 2 },
  long: { kills: 50 },
  measure: (scale, pace) => onRawGround((ground) => measure(ground, scale, pace)),
});

async function measure(ground: RawGround, { kills }: Scale, pace: Pace): Promise<Figure[]> {
  for (const path of PATHS) ground.site.serve(path, writePage());
  const acknowledged: string[] = [];
  const wrong: string[] = [];
  let slowestPanel = 0;
  let done = 0;
  for (; done < kills && pace.goesOn(); done++) {
    const life = await ground.start();
    const sending = PATHS.map((path) => sendLoads(life, ground.site.origin + path, acknowledged));
    await Promise.race([Promise.all(sending), waitForFirst(acknowledged)]);
    await sleep(Math.random() * LONGEST_LIFE);
    await life.browser.kill();
    await Promise.allSettled(sending);
    pace.tell(`${done + 1} kills, ${acknowledged.length} loads acknowledged`);
    const next = await ground.start();
    slowestPanel = Math.max(slowestPanel, await openPanel(next));
    await next.waitForQueue();
    wrong.push(...(await next.ask('verifyStore')).map(sayFault), ...(await listLost(next, acknowledged)));
    await next.browser.stop();
  }
  return [
    known('kills, and loads acknowledged', `${done}, ${acknowledged.length}`),
    exactly('loads were acknowledged', acknowledged.length > 0 ? 'yes' : 'no', 'yes'),
    none('acknowledged loads lost, and half-written rows', wrong),
    within('panel usable after the crash', slowestPanel / 1000, 2, ' s'),
  ];
}

async function sendLoads({ browser }: RawLife, url: string, acknowledged: string[]): Promise<void> {
  const tab = await browser.openTab(url);
  for (let load = 0; load < LOADS; load++) {
    const capture = createCapture({ visitId: crypto.randomUUID(), url });
    const message = JSON.stringify(wrapCapture(capture));
    const reply = await tab.evaluateInContentScript<{ ok: boolean }>(
      browser.extensionId,
      `chrome.runtime.sendMessage(${message})`,
    );
    if (reply.ok) acknowledged.push(capture.visitId);
  }
}

async function waitForFirst(acknowledged: readonly string[]): Promise<void> {
  const before = acknowledged.length;
  await waitFor(() => (acknowledged.length > before ? true : undefined), { what: 'a first load' });
}

async function listLost(life: RawLife, acknowledged: readonly string[]): Promise<string[]> {
  const stored = new Set((await life.readVisits()).map(({ visitId }) => visitId));
  return acknowledged.filter((id) => !stored.has(id)).map((id) => `${id} is lost`);
}

/** Milliseconds until the panel lists the pages it knows. */
async function openPanel({ browser }: RawLife): Promise<number> {
  const start = performance.now();
  const panel = await browser.openTab(`chrome-extension://${browser.extensionId}/panel/panel.html`);
  await waitFor(
    async () => (await panel.evaluate<boolean>(`document.body.innerText.includes('localhost')`)) || undefined,
    {
      what: 'the list of pages',
    },
  );
  return performance.now() - start;
}
