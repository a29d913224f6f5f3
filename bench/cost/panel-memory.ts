import { waitFor } from '../../cli/wait-for.ts';
import { measureUsage } from '../soak/measure-usage.ts';
import { onRawGround } from '../soak/raw-ground.ts';
import { type Figure, known } from '../soak/row.ts';
import { writePage } from '../soak/site.ts';
import { importLoads } from './import-loads.ts';
import { RESOURCES } from './usual-capture.ts';

/** Loads of one page; the last are nearly as many as are kept. */
const LOADS = [3, 30, 290];

/** Heap of an open panel after garbage has been collected, with more and more loads of the page it shows. */
export function measurePanelMemory(): Promise<Figure[]> {
  return onRawGround(async ({ site, start }) => {
    site.serve('/', writePage());
    const life = await start();
    const url = `${site.origin}/`;
    await life.browser.openTab(url);
    await waitFor(async () => ((await life.readStore()).visits > 0 ? true : undefined), { what: 'a visit' });
    const tabId = await life.inside.evaluate<number>(
      `chrome.tabs.query({ url: 'http://localhost/*' }).then(([tab]) => tab.id)`,
    );
    const figures: Figure[] = [];
    let imported = 0;
    for (const loads of LOADS) {
      await importLoads(life, url, loads - imported);
      imported = loads;
      const panel = await life.browser.openTab(
        `chrome-extension://${life.browser.extensionId}/panel/panel.html?tabId=${tabId}`,
      );
      await waitFor(
        async () =>
          (await panel.evaluate<boolean>(`!!document.querySelector('[role=tabpanel] h2')`)) || undefined,
        { what: 'the panel' },
      );
      const { heap, listeners } = await measureUsage(panel);
      await panel.close();
      const measured = `${(heap / 1e6).toFixed(1)} MB, ${listeners} listeners`;
      figures.push(known(`panel of a page with ${loads} loads of ${RESOURCES} requests: heap`, measured));
    }
    return figures;
  });
}
