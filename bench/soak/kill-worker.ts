import type { Page } from 'playwright';
import type { Browser } from '../../cli/browser.ts';
import { waitFor } from '../../cli/wait-for.ts';

/** Watches the extension's worker, and stops it at once as the browser may at any line. */
export interface WorkerKiller {
  /** Resolves when it is gone. Whatever waits for it may start another one the next moment. */
  kill(): Promise<void>;
  /** How often it has been started since the killer was. */
  readonly starts: number;
  detach(): Promise<void>;
}

/** The browser's own account of the worker is the truth: Playwright goes on listing one that has been stopped. */
export async function createWorkerKiller(browser: Browser, extensionPage: Page): Promise<WorkerKiller> {
  const session = await browser.context.newCDPSession(extensionPage);
  let status = 'stopped';
  let starts = 0;
  let stops = 0;
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { runningStatus } of versions) {
      if (runningStatus === status) continue;
      if (runningStatus === 'starting') starts++;
      if (runningStatus === 'stopped') stops++;
      status = runningStatus;
    }
  });
  await session.send('ServiceWorker.enable');
  return {
    async kill() {
      if (status === 'stopped') return;
      const before = stops;
      await session.send('ServiceWorker.stopAllWorkers');
      await waitFor(() => stops > before || status === 'stopped' || undefined, {
        what: 'the worker to stop',
      });
    },
    get starts() {
      return starts;
    },
    detach: () => session.detach(),
  };
}

export async function killWorker(browser: Browser, extensionPage: Page): Promise<void> {
  const killer = await createWorkerKiller(browser, extensionPage);
  await killer.kill();
  await killer.detach();
}
