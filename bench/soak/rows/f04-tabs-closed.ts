import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitFor } from '../../../cli/wait-for.ts';
import { type Ground, onGround } from '../ground.ts';
import { defineRow, exactly, type Figure, known, none, within } from '../row.ts';
import { writePage } from '../site.ts';

interface Scale {
  readonly closed: number;
  readonly quit: number;
}

export const tabsClosed = defineRow<Scale>({
  id: 'F4',
  fault: 'many tabs are closed at once, and the browser with tabs open',
  short: { closed: 12, quit: 5 },
  long: { closed: 60, quit: 20 },
  async measure({ closed, quit }) {
    const userDataDir = await mkdtemp(join(tmpdir(), 'pbm-quit-'));
    try {
      const first = await onGround((ground) => closeTabs(ground, closed, quit), { userDataDir });
      const second = await onGround((ground) => lookAgain(ground, closed, quit), { userDataDir });
      return [...first, ...second];
    } finally {
      await rm(userDataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    }
  },
});

async function closeTabs(ground: Ground, closed: number, quit: number): Promise<Figure[]> {
  const pages = await openTabs(ground, 'closed', closed);
  await waitForRows(ground, closed);
  const start = performance.now();
  await Promise.all(pages.map((page) => page.close()));
  const took = performance.now() - start;
  await openTabs(ground, 'quit', quit);
  await waitForRows(ground, closed + quit);
  const tails = (await ground.readVisits()).filter(({ snapshot }) => snapshot.stage === 'final');
  return [
    within('tabs closed in', took / 1000, 1, ' s'),
    known('tails of tabs closed at once', `${tails.length} of ${closed}`),
  ];
}

/** In the next life of the browser: everything is there, and nothing is called final that is not. */
async function lookAgain(ground: Ground, closed: number, quit: number): Promise<Figure[]> {
  await ground.waitForQueue();
  const visits = await ground.readVisits();
  const left = visits.filter(({ page }) => page.includes('/quit'));
  const final = left.filter(({ snapshot }) => snapshot.stage === 'final');
  return [
    exactly('pages older than 3 s on record', visits.length, closed + quit),
    known('tails of the browser that quit', `${final.length} of ${quit}`),
    exactly(
      'visits called final without a tail',
      final.filter(({ snapshot }) => snapshot.revision < 2).length,
      0,
    ),
    none('half-written', await ground.ask('verifyStore', undefined)),
  ];
}

async function openTabs({ browser, site }: Ground, name: string, count: number) {
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const path = `/${name}-${String.fromCharCode(97 + (index % 26))}${'x'.repeat(Math.floor(index / 26))}`;
      site.serve(path, writePage());
      const page = await browser.context.newPage();
      await page.goto(site.origin + path);
      return page;
    }),
  );
}

async function waitForRows(ground: Ground, rows: number): Promise<void> {
  await waitFor(
    async () => {
      const visits = await ground.readVisits();
      return visits.filter(({ snapshot }) => snapshot.settledAt !== undefined).length >= rows || undefined;
    },
    { what: `${rows} provisional rows`, timeout: 60_000 },
  );
}
