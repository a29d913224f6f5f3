import type { Page } from 'playwright';
import { waitFor } from '../../../cli/wait-for.ts';
import { readStoredVisits } from '../../../cli/stored-visits.ts';
import type { Phrase } from '../../../src/domain/words/phrase.ts';
import { openExtensionsPage } from '../extensions-page.ts';
import { type Ground, onGround } from '../ground.ts';
import { defineRow, exactly, type Figure, none, type Pace } from '../row.ts';
import { writePage } from '../site.ts';

interface Scale {
  readonly tabs: number;
  readonly reloads: number;
}

export const extensionReloaded = defineRow<Scale>({
  id: 'F6',
  fault: 'the extension is reloaded with tabs open',
  short: { tabs: 4, reloads: 2 },
  long: { tabs: 20, reloads: 50 },
  measure: (scale, pace) => onGround((ground) => measure(ground, scale, pace)),
});

async function measure(ground: Ground, { tabs, reloads }: Scale, pace: Pace): Promise<Figure[]> {
  const errors: string[] = [];
  const busy: string[] = [];
  let observing = 0;
  await (await openExtensionsPage(ground.browser)).allowReload();
  const pages = await openTabs(ground, tabs, errors);
  let inside = ground.inside;
  await waitForRows(inside, tabs);
  let done = 0;
  for (; done < reloads && pace.goesOn(); done++) {
    inside = await reloadExtension(ground, inside);
    await Promise.all(pages.map(disturb));
    for (const page of pages) {
      const { orphans, alive } = await countCalls(ground, page);
      if (orphans > 0) busy.push(`${orphans} calls in ${page.url()}`);
      if (alive > 0) observing++;
    }
    await waitForRows(inside, tabs * (done + 2));
    pace.tell(`${done + 1} reloads with ${tabs} tabs open`);
  }
  const visits = await readStoredVisits(inside);
  const late = visits.filter(({ snapshot }) => snapshot.late);
  const wrong = await inside.evaluate(async () => {
    const reply = await chrome.runtime.sendMessage({ protocol: 1, request: 'verifyStore' });
    return reply.value as Phrase[];
  });
  return [
    none('errors in page consoles', errors),
    none('calls of old scripts, after the first event that told them so', busy),
    exactly('new scripts that saw the same events', observing, tabs * done),
    exactly('visits: those of the loads', visits.length - late.length, tabs),
    exactly('and one that is marked late for each tab and reload', late.length, tabs * done),
    none('half-written', wrong),
  ];
}

async function openTabs({ browser, site }: Ground, tabs: number, errors: string[]): Promise<Page[]> {
  return Promise.all(
    Array.from({ length: tabs }, async (_, index) => {
      const path = `/tab-${String.fromCharCode(97 + index)}`;
      site.serve(path, writePage('<button>Press</button>'));
      const page = await browser.context.newPage();
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      await page.goto(site.origin + path);
      return page;
    }),
  );
}

/** Reloading closes all pages of the extension; its files can be read again when it is back. */
async function reloadExtension({ browser }: Ground, inside: Page): Promise<Page> {
  const url = inside.url();
  const closed = inside.waitForEvent('close');
  await inside.evaluate(() => setTimeout(() => chrome.runtime.reload()));
  await closed;
  const next = await browser.context.newPage();
  await waitFor(
    () =>
      next.goto(url).then(
        () => true,
        () => undefined,
      ),
    { what: 'the extension to be back' },
  );
  return next;
}

/** Gives both scripts in the page something to do: the one that is left over must stay silent. */
async function disturb(page: Page): Promise<void> {
  await page.evaluate(async () => {
    performance.mark('after the reload');
    await fetch(location.href);
  });
  await page.getByRole('button').click();
}

/**
 * What runs in the scripts of ours in a page while it makes marks and a request, by V8's own count of calls. web-vitals, which
 * cannot be told to stop, observes neither.
 */
async function countCalls(
  { browser }: Ground,
  page: Page,
): Promise<{ readonly orphans: number; readonly alive: number }> {
  const session = await browser.context.newCDPSession(page);
  const contexts: { id: number; origin: string }[] = [];
  const owners = new Map<string, number>();
  session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
  session.on('Debugger.scriptParsed', (script) => owners.set(script.scriptId, script.executionContextId));
  await session.send('Runtime.enable');
  await session.send('Debugger.enable');
  await session.send('Profiler.enable');
  await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  await page.evaluate(makeEntries);
  const { result } = await session.send('Profiler.takePreciseCoverage');
  const calls = { orphans: 0, alive: 0 };
  for (const { id } of contexts.filter(({ origin }) => origin.endsWith(browser.extensionId))) {
    const expression = 'Boolean(chrome.runtime?.id)';
    const { result: hasExtension } = await session.send('Runtime.evaluate', { expression, contextId: id });
    const scripts = result.filter(({ scriptId }) => owners.get(scriptId) === id);
    const ranges = scripts.flatMap(({ functions }) => functions.map((each) => each.ranges[0]?.count ?? 0));
    calls[hasExtension.value === true ? 'alive' : 'orphans'] += ranges.reduce((sum, count) => sum + count, 0);
  }
  await session.detach();
  return calls;
}

/** Resolves when observers of this page, and so those of all worlds, have been given the entries. */
async function makeEntries(): Promise<void> {
  const seen = new Promise<void>((resolve) => {
    new PerformanceObserver((_list, observer) => {
      observer.disconnect();
      resolve();
    }).observe({ type: 'mark' });
  });
  for (let n = 0; n < 100; n++) performance.mark('again');
  await fetch(location.href);
  await seen;
  await new Promise((resolve) => setTimeout(resolve));
}

async function waitForRows(inside: Page, rows: number): Promise<void> {
  await waitFor(async () => (await readStoredVisits(inside)).length >= rows || undefined, {
    what: `${rows} rows`,
    timeout: 30_000,
  });
}
