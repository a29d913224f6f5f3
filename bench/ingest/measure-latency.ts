import { setTimeout as sleep } from 'node:timers/promises';
import type { Capture } from '../../src/domain/capture.ts';
import type { Milliseconds } from '../../src/domain/units.ts';
import { type ContentWorld, openContentWorld } from '../soak/content-world.ts';
import { wrapCapture } from '../soak/deliver.ts';
import { onGround } from '../soak/ground.ts';
import { writePage } from '../soak/site.ts';
import { createUsualCapture } from '../cost/usual-capture.ts';

export interface LatencyOptions {
  readonly tabs: number;
  readonly loadsPerTab: number;
}

/** What a tab may bring without being slowed down. */
const INTERVAL: Milliseconds = 500;

/** From `sendMessage` in a content script until the worker's acknowledgement is back, in the built extension. */
export function measureLatency({ tabs, loadsPerTab }: LatencyOptions): Promise<Milliseconds[]> {
  return onGround(async ({ browser, site }) => {
    site.serve('/', writePage());
    const url = `${site.origin}/`;
    const worlds = await Promise.all(
      Array.from({ length: tabs }, async () => {
        const page = await browser.context.newPage();
        await page.goto(url);
        return openContentWorld(browser, page);
      }),
    );
    const times: Milliseconds[] = [];
    for (let load = 0; load < loadsPerTab; load++) {
      for (const world of worlds) {
        times.push(await sendOne(world, createUsualCapture(url, load)));
        await sleep(INTERVAL / tabs);
      }
    }
    return times;
  });
}

function sendOne(world: ContentWorld, capture: Capture): Promise<Milliseconds> {
  const message = wrapCapture(capture);
  return world.evaluate(`(async () => {
    const message = ${JSON.stringify(message)};
    const start = performance.now();
    const reply = await chrome.runtime.sendMessage(message);
    if (!reply.ok) throw new Error(reply.error);
    return performance.now() - start;
  })()`);
}
