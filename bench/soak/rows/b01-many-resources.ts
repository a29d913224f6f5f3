import { waitFor } from '../../../cli/wait-for.ts';
import { MAX_RESOURCES_PER_MESSAGE } from '../../../src/domain/limits.ts';
import type { Milliseconds } from '../../../src/domain/units.ts';
import type { VisitRow } from '../../../src/store/schema.ts';
import { type RawGround, type RawLife, onRawGround } from '../raw-ground.ts';
import type { RawTab } from '../raw-tab.ts';
import { atMost, defineRow, exactly, type Figure, known, none, within } from '../row.ts';
import { type Site, writePage } from '../site.ts';
import { startTrace } from '../trace.ts';

interface Scale {
  readonly resources: number;
}

/** Requests on their way at once: more than a browser has connections for an origin. */
const AT_ONCE = 50;

export const manyResources = defineRow<Scale>({
  id: 'B1',
  fault: 'a page makes 10,000 requests',
  short: { resources: 500 },
  long: { resources: 10_000 },
  measure: (scale) => onRawGround((ground) => measure(ground, scale)),
});

async function measure(ground: RawGround, { resources }: Scale): Promise<Figure[]> {
  serveManyResources(ground.site, '/many', resources);
  const life = await ground.start();
  const trace = await startTrace(life.browser.connection);
  const tab = await life.browser.openTab(`${ground.site.origin}/many`);
  const visit = await waitForAll(life, resources);
  const work = await trace.stop(`chrome-extension://${life.browser.extensionId}/content.js`);
  const usable = await measurePanel(life);
  const { counters } = await life.readStore();
  const { snapshot } = visit;
  const least = await measureLeast(life, tab, resources);
  await tab.close();
  return [
    exactly('requests counted', snapshot.metrics.requests ?? 0, resources + 2),
    within('CPU time on the page’s main thread', work.total, 50, ' ms'),
    known('the same by its own account, on the clock', `${snapshot.cost.mainThread} ms`),
    known('the browser alone, to read and send as many entries', `${least.toFixed(1)} ms`),
    within('longest piece of it', work.longest, 16, ' ms'),
    exactly('messages refused as too large', counters['refused'] ?? 0, 0),
    atMost('sent in all', snapshot.cost.bytesSent / 1e6, 10, ' MB'),
    within('panel usable', usable, 300, ' ms'),
    none('half-written', await life.ask('verifyStore')),
  ];
}

/** A page that has loaded once so many requests of its own have been answered. */
export function serveManyResources(site: Site, path: string, resources: number): void {
  site.serve('/r', (_request, response) => {
    response.setHeader('content-type', 'text/plain');
    response.end('r');
  });
  site.serve('/gate', (_request, response) => {
    response.setHeader('content-type', 'text/javascript');
    const timer = setInterval(() => {
      if (site.count('/r') < resources) return;
      clearInterval(timer);
      response.end('');
    }, 20);
  });
  const script = `let next = 0;
    async function ask() { while (next < ${resources}) await fetch('/r?' + next++); }
    for (let n = 0; n < ${AT_ONCE}; n++) ask();`;
  site.serve(path, writePage(`<h1>Many</h1><script>${script}</script><script src="/gate"></script>`));
}

/** Requests follow in several messages: wait until one visit has them all. */
function waitForAll(life: RawLife, resources: number): Promise<VisitRow> {
  return waitFor(
    async () => {
      const visits = await life.readVisits();
      return visits.find(({ snapshot }) => snapshot.resources.length >= Math.min(resources, 10_000));
    },
    { what: 'a visit with all requests', timeout: 60_000 },
  );
}

/** What is read of an entry, by the browser's names; server timings, which none of these has, are left out. */
const READ = [
  'name',
  'initiatorType',
  'startTime',
  'redirectStart',
  'redirectEnd',
  'workerStart',
  'fetchStart',
  'domainLookupStart',
  'domainLookupEnd',
  'connectStart',
  'secureConnectionStart',
  'connectEnd',
  'requestStart',
  'firstInterimResponseStart',
  'responseStart',
  'responseEnd',
  'transferSize',
  'encodedBodySize',
  'decodedBodySize',
  'responseStatus',
  'nextHopProtocol',
  'contentType',
  'deliveryType',
  'renderBlockingStatus',
];

/**
 * How long the browser alone holds a content script up to read so many entries and to send them, as they are, in messages
 * that the worker refuses at once: whatever the script did besides would take longer. The browser keeps 250 entries for
 * those who ask late, which are read over and over.
 */
function measureLeast({ browser }: RawLife, tab: RawTab, resources: number): Promise<Milliseconds> {
  return tab.evaluateInContentScript(
    browser.extensionId,
    `(async () => {
      const entries = performance.getEntriesByType('resource');
      let spent = 0;
      for (let sent = 0; sent < ${resources}; sent += ${MAX_RESOURCES_PER_MESSAGE}) {
        const start = performance.now();
        const picked = [];
        for (let n = sent; n < Math.min(${resources}, sent + ${MAX_RESOURCES_PER_MESSAGE}); n++) {
          const entry = entries[n % entries.length];
          picked.push({ ${READ.map((name) => `${name}: entry.${name}`).join(', ')} });
        }
        const reply = chrome.runtime.sendMessage({ picked });
        spent += performance.now() - start;
        await reply.catch(() => undefined);
      }
      return spent;
    })()`,
  );
}

/** Milliseconds from the start of the panel until it shows the page. */
async function measurePanel({ browser, inside }: RawLife): Promise<number> {
  const tabId = await inside.evaluate<number>(
    `chrome.tabs.query({ url: 'http://localhost/*' }).then(([tab]) => tab.id)`,
  );
  const panel = await browser.openTab('about:blank');
  await panel.send('Page.addScriptToEvaluateOnNewDocument', {
    source: `(function look() {
      if (document.querySelector('[aria-label=Verdict], [role=tabpanel] h2')) globalThis.usable = performance.now();
      else requestAnimationFrame(look);
    })()`,
  });
  await panel.navigate(`chrome-extension://${browser.extensionId}/panel/panel.html?tabId=${tabId}`);
  return waitFor(async () => (await panel.evaluate<number | undefined>('globalThis.usable')) ?? undefined, {
    what: 'the panel to show the page',
  });
}
