import { waitFor } from '../../../cli/wait-for.ts';
import { withExtensionCopy } from '../extension-copy.ts';
import { openExtensionsPage } from '../extensions-page.ts';
import { type Ground, onGround } from '../ground.ts';
import { defineRow, exactly, type Figure, none } from '../row.ts';
import { startSite, writePage } from '../site.ts';

/** Places where no extension may look, each with a page in it. */
const CLOSED = ['chrome://version/', 'view-source:http://localhost/', 'file:///etc/hostname'];

/** And where none may look, but the panel is shown: on those above DevTools gives no extension a panel. */
const EMPTY = ['about:blank', 'data:text/html,<h1>data</h1>'];

const CLEAR = 'This page cannot be measured';

const HOST = '127.0.0.2';

const PATTERN = `http://${HOST}/*`;

export const notAllowed = defineRow({
  id: 'F14',
  fault: 'a site is allowed, withdrawn in the middle of a visit, or never to be entered',
  short: {},
  long: {},
  measure: async () => [
    ...(await withExtensionCopy(
      (manifest) => ({ ...manifest, host_permissions: [...manifest.host_permissions, PATTERN] }),
      (extensionDir) => onGround(measure, { extensionDir }),
    )),
    ...(await onGround(measureWords, { devtools: true })),
  ],
});

async function measure(ground: Ground): Promise<Figure[]> {
  const figures = [...(await measureClosed(ground)), ...(await measureWithdrawal(ground))];
  return [...figures, none('errors', ground.complaints)];
}

/** A site that the manifest's own content script does not cover, as one that the user has allowed. */
async function measureWithdrawal(ground: Ground): Promise<Figure[]> {
  const site = await startSite(HOST);
  site.serve('/', writePage());
  const extensions = await openExtensionsPage(ground.browser);
  const readVisits = async () =>
    (await ground.readVisits()).filter(({ page }) => page.startsWith(site.origin));
  const readScripts = () => ground.inside.evaluate(() => chrome.scripting.getRegisteredContentScripts());
  const waitForVisits = (count: number) =>
    waitFor(async () => ((await readVisits()).length >= count ? true : undefined), {
      what: `${count} visits`,
    });

  await extensions.withdrawSites();
  await waitFor(async () => ((await readScripts()).length === 0 ? true : undefined), {
    what: 'the site to be withdrawn',
  });
  await ground.page.bringToFront();
  await ground.page.goto(`${site.origin}/`);
  await extensions.allowSite(PATTERN);
  await waitForVisits(1);
  await ground.page.reload();
  await extensions.withdrawSite(PATTERN);
  await waitForVisits(2);
  await waitFor(async () => ((await readScripts()).length === 0 ? true : undefined), {
    what: 'the site to be withdrawn again',
  });
  await ground.page.reload();
  await ground.page.goto('about:blank');
  await ground.waitForQueue();
  const visits = await readVisits();
  await site.stop();
  return [
    exactly(
      'a tab open when the site is allowed: entered, and marked late',
      visits[0]?.snapshot.late ?? 'no visit',
      true,
    ),
    exactly(
      'the visit in the middle of which it is withdrawn: stored',
      visits[1]?.snapshot.late ?? 'no visit',
      false,
    ),
    exactly('visits after that', visits.length - 2, 0),
  ];
}

async function measureClosed(ground: Ground): Promise<Figure[]> {
  const before = (await ground.readStore()).visits;
  ground.site.serve('/document.pdf', (_request, response) => {
    response.setHeader('content-type', 'application/pdf');
    response.end('%PDF-1.4\n%%EOF');
  });
  ground.site.serve('/data.json', (_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end('{}');
  });
  const visited = [
    ...CLOSED,
    ...EMPTY,
    `${ground.site.origin}/document.pdf`,
    `${ground.site.origin}/data.json`,
  ];
  // The browser refuses some of them to Playwright too, which is as good.
  for (const url of visited) {
    const page = await ground.browser.context.newPage();
    await page.goto(url, { timeout: 5_000 }).catch(() => undefined);
    await page.close();
  }
  ground.site.serve('/', writePage());
  await ground.page.bringToFront();
  await ground.page.goto(`${ground.site.origin}/`);
  await waitFor(async () => ((await ground.readStore()).visits > before ? true : undefined), {
    what: 'the page after them',
  });
  return [exactly('visits of places that are closed', (await ground.readStore()).visits - before - 1, 0)];
}

/** What the panel in DevTools shows there. */
async function measureWords({ browser, complaints }: Ground): Promise<Figure[]> {
  const unclear: string[] = [];
  for (const url of EMPTY) {
    const page = await browser.context.newPage();
    await page.goto(url);
    const panel = await browser.openPanel(page);
    const said = await panel.getByRole('tabpanel').getByRole('heading').first().innerText();
    if (said !== CLEAR) unclear.push(`${url}: ${said}`);
    await page.close();
  }
  return [none('places of which the panel does not say so', unclear), none('errors of it', complaints)];
}
