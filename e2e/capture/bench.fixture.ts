import { test as base } from '@playwright/test';
import type { Bench } from '../../bench/agreement/open-page.ts';
import { startPageServer } from '../../bench/agreement/page-server.ts';
import { VARIANTS } from '../../bench/agreement/variants/variants.ts';
import { LATE_PAGE } from '../../bench/capture/open-late.ts';
import { ROUND_TRIP_PAGE } from '../../bench/capture/make-round-trips.ts';
import { startChromium } from '../../bench/capture/start-chromium.ts';
import { extensionDir } from '../fixtures.ts';

/** A browser without any emulation, shared by the tests of a file: each has a page of its own. */
export const test = base.extend<object, { bench: Bench }>({
  bench: [
    async ({}, use) => {
      const server = await startPageServer([...VARIANTS, ROUND_TRIP_PAGE, LATE_PAGE]);
      const chromium = await startChromium({ extensionDir });
      await use({ chromium, server, worker: await chromium.worker() });
      await chromium.stop();
      await server.stop();
    },
    { scope: 'worker' },
  ],
});
