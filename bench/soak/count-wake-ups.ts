import { waitFor } from '../../cli/wait-for.ts';
import type { RawGround, RawLife } from './raw-ground.ts';
import { writePage } from './site.ts';
import { watchWorker } from './watch-worker.ts';

/**
 * Starts of the worker over so many navigations of a tab of its own, when it has been stopped each time before the page
 * is left: so far apart that it would have fallen asleep.
 */
export async function countWakeUps({ site }: RawGround, life: RawLife, navigations: number): Promise<number> {
  const path = `/wake-${'x'.repeat(navigations)}`;
  site.serve(path, writePage());
  const tab = await life.browser.openTab(site.origin + path);
  await waitForRest(life, path, 0);
  const worker = await watchWorker(life);
  for (let done = 1; done <= navigations; done++) {
    await life.inside.send('ServiceWorker.stopAllWorkers');
    await tab.navigate(site.origin + path);
    await waitForRest(life, path, done);
  }
  const starts = worker.starts();
  await worker.stop();
  await tab.close();
  return starts;
}

/** Until those that were left have their tail, the one that is open has settled, and nothing waits. */
async function waitForRest(life: RawLife, path: string, left: number): Promise<void> {
  await waitFor(
    async () => {
      const visits = (await life.readVisits()).filter(({ page }) => page.endsWith(path));
      const settled = visits.filter(({ snapshot }) => snapshot.settledAt !== undefined);
      const final = visits.filter(({ snapshot }) => snapshot.stage === 'final');
      const { queue } = await life.readStore();
      return (settled.length > left && final.length >= left && queue === 0) || undefined;
    },
    { what: `${left + 1} visits at rest`, timeout: 30_000 },
  );
}
