import { waitFor } from '../../../cli/wait-for.ts';
import { createCapture } from '../../../src/domain/capture.fixture.ts';
import { quantile } from '../../../src/domain/statistics.ts';
import { wrapCapture } from '../deliver.ts';
import { type RawGround, type RawLife, onRawGround } from '../raw-ground.ts';
import { defineRow, exactly, type Figure, type Pace, within } from '../row.ts';
import { writePage } from '../site.ts';

interface Scale {
  readonly cycles: number;
}

export const trueIdle = defineRow<Scale>({
  id: 'F5',
  fault: 'the worker idles out by itself',
  minutes: 12,
  short: { cycles: 1 },
  long: { cycles: 20 },
  measure: (scale, pace) => onRawGround((ground) => measure(ground, scale, pace)),
});

async function measure(ground: RawGround, { cycles }: Scale, pace: Pace): Promise<Figure[]> {
  ground.site.serve('/', writePage());
  const life = await ground.start();
  const url = `${ground.site.origin}/`;
  const tab = await life.browser.openTab(url);
  const latencies: number[] = [];
  let handled = 0;
  let done = 0;
  for (; done < cycles && pace.goesOn(); done++) {
    await waitForSleep(life);
    const capture = createCapture({ visitId: crypto.randomUUID(), url });
    const { ok, took } = await tab.evaluateInContentScript<{ ok: boolean; took: number }>(
      life.browser.extensionId,
      `(async () => {
        const start = performance.now();
        const reply = await chrome.runtime.sendMessage(${JSON.stringify(wrapCapture(capture))});
        return { ok: reply.ok, took: performance.now() - start };
      })()`,
    );
    if (ok) handled++;
    latencies.push(took);
    pace.tell(`${done + 1} sleeps, the last answer after ${Math.round(took)} ms`);
  }
  return [
    exactly('first events after sleep handled', handled, done),
    within('message to acknowledgement, p95', quantile(latencies, 0.95), 500, ' ms'),
  ];
}

/** Nobody may attach to the worker, or it never sleeps: that it is gone shows in the list of targets. */
async function waitForSleep({ browser }: RawLife): Promise<void> {
  await waitFor(
    async () => {
      const { targetInfos } = await browser.connection.send('Target.getTargets');
      const runs = targetInfos.some(
        ({ type, url }: { type: string; url: string }) =>
          type === 'service_worker' && url.includes(browser.extensionId),
      );
      return runs ? undefined : true;
    },
    { what: 'the worker to fall asleep', timeout: 90_000 },
  );
}
