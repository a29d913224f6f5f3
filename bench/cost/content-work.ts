import { waitFor } from '../../cli/wait-for.ts';
import { onRawGround } from '../soak/raw-ground.ts';
import { type Figure, within } from '../soak/row.ts';
import { serveManyResources } from '../soak/rows/b01-many-resources.ts';
import { startTrace } from '../soak/trace.ts';

const SIZES = [10, 100, 1_000, 10_000];

/** The promise is about the largest page; smaller ones may not need more. */
const MOST = 50;
const LONGEST = 16;

/** CPU time of the content script on the page's main thread, by the browser's own trace, from start to settled. */
export async function measureContentWork(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const resources of SIZES) {
    const { total, longest } = await measureOne(resources);
    const page = `page of ${resources.toLocaleString('en')} requests`;
    figures.push(
      within(`${page}: CPU time of the content script`, total, MOST, ' ms'),
      within(`${page}: its longest piece`, longest, LONGEST, ' ms'),
    );
  }
  return figures;
}

function measureOne(resources: number): Promise<{ total: number; longest: number }> {
  return onRawGround(async ({ site, start }) => {
    serveManyResources(site, '/many', resources);
    const life = await start();
    const trace = await startTrace(life.browser.connection);
    await life.browser.openTab(`${site.origin}/many`);
    await waitFor(
      async () => {
        const visits = await life.readVisits();
        return visits.some(({ snapshot }) => snapshot.resources.length >= resources) || undefined;
      },
      { what: 'a visit with all requests', timeout: 90_000 },
    );
    return trace.stop(`chrome-extension://${life.browser.extensionId}/content.js`);
  });
}
