import { waitFor } from '../../../cli/wait-for.ts';
import { openContentWorld } from '../content-world.ts';
import { createCapture } from '../../../src/domain/capture.fixture.ts';
import { wrapCapture } from '../deliver.ts';
import { listForgeries } from '../forge.ts';
import { type Ground, onGround } from '../ground.ts';
import { defineRow, exactly, type Figure, none } from '../row.ts';
import { writePage } from '../site.ts';

export const forgedMessages = defineRow({
  id: 'B7',
  fault: 'messages are forged',
  short: {},
  long: {},
  measure: () => onGround(measure),
});

async function measure(ground: Ground): Promise<Figure[]> {
  const url = `${ground.site.origin}/`;
  ground.site.serve('/', writePage('<h1>Page</h1><iframe src="/frame"></iframe>'));
  ground.site.serve('/frame', writePage('<p>Frame</p>'));
  await ground.page.goto(url);
  await waitFor(async () => ((await ground.readStore()).visits > 0 ? true : undefined), {
    what: 'the visit',
  });
  const forgeries = listForgeries(url);
  const world = await openContentWorld(ground.browser, ground.page);
  const believed: string[] = [];
  for (const { what, message } of forgeries) {
    const answer = await world.evaluate<string>(
      `chrome.runtime.sendMessage(${message}).then((reply) => JSON.stringify(reply), (error) => 'threw ' + error)`,
    );
    const reply = answer.startsWith('{') ? (JSON.parse(answer) as { ok: boolean; error: string }) : undefined;
    if (reply?.ok !== false || reply.error.includes('\n')) believed.push(`${what}: ${answer.slice(0, 200)}`);
  }
  const fromFrame = await sendFromFrame(ground, url);
  const fromPage = await ground.page.evaluate(
    (message) => {
      window.postMessage(message, '*');
      const runtime = (globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } }).chrome?.runtime;
      return typeof runtime?.sendMessage;
    },
    wrapCapture(createCapture({ url })),
  );
  await ground.waitForQueue();
  const { counters, visits } = await ground.readStore();
  return [
    none('forgeries believed, or refused without a reason', believed),
    exactly('a frame that is not the top one', fromFrame, 'refused'),
    exactly('the page itself can send', fromPage, 'undefined'),
    exactly('refused, and counted', counters['refused'] ?? 0, forgeries.length + 1),
    exactly('visits', visits, 1),
    none('half-written', await ground.ask('verifyStore', undefined)),
    none('errors in the worker', ground.complaints),
  ];
}

/** The worker itself puts a script into the frame: it has the powers of a content script there. */
async function sendFromFrame(ground: Ground, url: string): Promise<string> {
  const worker = await ground.browser.serviceWorker();
  return worker.evaluate(
    async ([message, pattern]) => {
      const [tab] = await chrome.tabs.query({ url: pattern });
      const results = await chrome.scripting.executeScript({
        target: { tabId: tab?.id ?? -1, allFrames: true },
        args: [message],
        func: async (forged: unknown) => {
          if (window === top) return undefined;
          const reply = await chrome.runtime.sendMessage(forged);
          return reply.ok ? 'believed' : 'refused';
        },
      });
      return String(results.map(({ result }) => result).find((result) => typeof result === 'string'));
    },
    [
      wrapCapture(createCapture({ url, visitId: crypto.randomUUID() })),
      `${new URL(url).origin.replace(/:\d+$/, '')}/*`,
    ] as const,
  );
}
