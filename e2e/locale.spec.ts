import type { Page } from '@playwright/test';
import { readStoredVisits } from '../cli/stored-visits.ts';
import type { Snapshot } from '../src/domain/snapshot.ts';
import { listViolations, overflows } from './accessibility.ts';
import { openPanelWithCopies } from './copies.ts';
import { expect, type Monitor, test } from './fixtures.ts';

test.use({ language: 'de' });

const SCREENS = ['Überblick', 'Warum', 'Verlauf', 'Aufrufe', 'Budgets', 'Seiten'] as const;

/** Words that English sentences hardly do without, and that no German one has. */
const ENGLISH =
  /(?<![\p{L}-])(the|and|of|with|is|are|be|has|have|it|its|load|loads|baseline|since|page|pages|regressed|improved|learning|explains|would|save|resource|resources|request|requests|size|script|added|removed|none|not|more|by|for|from|this|than|no|yet|new|each|every|limit|limits|now|duration|change|cause|evidence|wait|about|reload|accept)(?![\p{L}-])/iu;

/** Names of Web Vitals and of other people's files stay as they are. */
const NAMES = /Time to First Byte|Lighthouse budget\.json|URL-Muster|\S*[/.@>]\S*/g;

test('every screen of the panel speaks German, numbers too, and fits a narrow panel', async ({ monitor }) => {
  // Six looks of a few seconds each.
  test.setTimeout(240_000);
  const tab = await openGermanPanel(monitor);
  const verdict = tab.getByRole('region', { name: 'Urteil' });
  await expect(verdict).toContainText(/\+\d+\sms \(\+\d+\s%\) seit dem Vergleichsstand/);
  await expect(verdict).toContainText('/js/consent.js');
  const latest = (await readStoredVisits(tab)).at(-1)?.snapshot.metrics.firstContentfulPaint;
  await expect(tab.getByRole('tabpanel')).toContainText(`${latest?.toLocaleString('de')} ms`);
  for (const screen of SCREENS) {
    await tab.getByRole('tab', { name: screen }).click();
    await openEverything(tab);
    expect(await listEnglish(tab), screen).toEqual([]);
    expect(await overflows(tab), `${screen} scrolls sideways`).toBe(false);
    expect(await listViolations(tab), screen).toEqual([]);
  }
});

test('a cause is told in German: what, how sure, and what to do about it', async ({ monitor }) => {
  const tab = await openGermanPanel(monitor);
  await tab.getByRole('button', { name: 'Ursachen zeigen' }).click();
  const cause = tab.getByRole('list', { name: 'Ursachen' }).getByRole('listitem').first();
  await expect(cause).toContainText(/^1\s*\+\d+\sms/);
  await expect(cause).toContainText('Render-blockierendes Skript /js/consent.js');
  await expect(cause).toContainText('Laden Sie das Skript mit defer oder async');
  await expect(cause).toContainText(/Gesehen in \d+ von \d+ Paaren von Aufrufen/);
});

test('what is wrong with a file is told in German', async ({ monitor }) => {
  const tab = await openGermanPanel(monitor);
  const take = (name: string, text: string): Promise<void> =>
    tab
      .getByLabel('Bericht zum Einlesen')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  await take('leer.json', '');
  await expect(tab.getByRole('status')).toContainText(
    'leer.json: erwartet: JSON, gefunden: eine leere Datei',
  );
  await take('anders.json', '[]');
  await expect(tab.getByRole('status')).toContainText('erwartet: ein Wert, gefunden: nichts');
});

test('the other pages speak German', async ({ monitor }) => {
  await openGermanPanel(monitor);
  const options = await monitor.openTab('panel/options.html');
  await expect(options.getByRole('heading', { name: 'Wie viel behalten wird' })).toBeVisible();
  await expect(options).toHaveTitle('Performance Budget Monitor: Einstellungen');
  expect(await options.evaluate(() => document.documentElement.lang)).toBe('de');
  const pages = [
    options,
    await monitor.openTab('panel/welcome.html'),
    await monitor.openTab('panel/popup.html'),
  ];
  for (const page of pages) {
    await page.setViewportSize({ width: 320, height: 800 });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await listEnglish(page), page.url()).toEqual([]);
    expect(await overflows(page), `${page.url()} scrolls sideways`).toBe(false);
  }
});

/** The panel on a page that has a script more since its sixteenth load, 320 pixels wide. */
async function openGermanPanel(monitor: Monitor): Promise<Page> {
  const tab = await openPanelWithCopies(monitor, 24, (snapshot, index) => {
    const paint = Math.max(1200, Math.round(snapshot.metrics.firstContentfulPaint ?? 0)) + (index % 7) * 10;
    return index < 16 ? at(snapshot, paint) : withScript(snapshot, paint + 500);
  });
  await tab.setViewportSize({ width: 320, height: 800 });
  await expect(tab.getByRole('region', { name: 'Urteil' })).toBeVisible();
  return tab;
}

function at({ metrics }: Snapshot, paint: number): Partial<Snapshot> {
  return { metrics: { ...metrics, firstContentfulPaint: paint, largestContentfulPaint: paint } };
}

function withScript(snapshot: Snapshot, paint: number): Partial<Snapshot> {
  const script = snapshot.resources.find(({ type }) => type === 'script');
  if (!script) throw new Error('the lab has no script');
  const consent = {
    ...script,
    url: new URL('/js/consent.js', script.url).href,
    renderBlocking: true,
    // A frame before the paint that it holds up.
    responseEnd: paint - 20,
    transferSize: 254_000,
    encodedSize: 254_000,
    decodedSize: 254_000,
  };
  return { ...at(snapshot, paint), resources: [...snapshot.resources, consent] };
}

/** What is folded has texts, too. */
async function openEverything(tab: Page): Promise<void> {
  await expect(tab.locator('.loading')).toHaveCount(0);
  await tab.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

/** English words among all that is shown, read aloud, or told by a tooltip. */
async function listEnglish(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const attributes = ['title', 'aria-label', 'aria-valuetext', 'placeholder', 'label'];
    const told = [...document.querySelectorAll('*')].flatMap((element) =>
      attributes.map((name) => element.getAttribute(name) ?? ''),
    );
    return [...told, ...document.body.innerText.split('\n')];
  });
  const found = texts.filter((text) => text.replaceAll(NAMES, '').search(ENGLISH) >= 0);
  return [...new Set(found)];
}
