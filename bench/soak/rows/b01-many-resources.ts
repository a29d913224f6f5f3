import { waitFor } from '../../../cli/wait-for.ts';
import type { VisitRow } from '../../../src/store/schema.ts';
import { type RawGround, type RawLife, onRawGround } from '../raw-ground.ts';
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
  await tab.close();
  const { counters } = await life.readStore();
  const { snapshot } = visit;
  return [
    exactly('requests counted', snapshot.metrics.requests ?? 0, resources + 2),
    within('CPU time on the page’s main thread', work.total, 50, ' ms'),
    known('the same by its own account, on the clock', `${snapshot.cost.mainThread} ms`),
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
