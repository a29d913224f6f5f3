import type { Row } from '../row.ts';
import { manyResources } from './b01-many-resources.ts';
import { longPage } from './b02-long-page.ts';
import { manyFrames } from './b03-many-frames.ts';
import { storms } from './b04-storms.ts';
import { urls } from './b05-urls.ts';
import { pageText } from './b06-page-text.ts';
import { forgedMessages } from './b07-forged-messages.ts';
import { hostilePages } from './b08-hostile-pages.ts';
import { imports } from './b09-imports.ts';
import { hiddenSizes } from './b10-hidden-sizes.ts';
import { workerKilled } from './f01-worker-killed.ts';
import { browserKilled } from './f02-browser-killed.ts';
import { workerAsleep } from './f03-worker-asleep.ts';
import { tabsClosed } from './f04-tabs-closed.ts';
import { trueIdle } from './f05-true-idle.ts';
import { extensionReloaded } from './f06-extension-reloaded.ts';
import { backForwardCache } from './f07-back-forward-cache.ts';
import { prerender } from './f08-prerender.ts';
import { storageFails } from './f09-storage-fails.ts';
import { longUse } from './f10-long-use.ts';
import { panelAndDyingWorker } from './f11-panel-and-dying-worker.ts';
import { clockJumps } from './f12-clock-jumps.ts';
import { twoPanels } from './f13-two-panels.ts';
import { notAllowed } from './f14-not-allowed.ts';
import { shuffled } from './f15-shuffled.ts';
import { reloadStorm } from './s01-reload-storm.ts';

/** Those that take what time they get come last. */
export const ROWS: readonly Row[] = [
  workerKilled,
  browserKilled,
  workerAsleep,
  tabsClosed,
  extensionReloaded,
  backForwardCache,
  prerender,
  storageFails,
  panelAndDyingWorker,
  clockJumps,
  twoPanels,
  notAllowed,
  shuffled,
  manyResources,
  longPage,
  manyFrames,
  storms,
  urls,
  pageText,
  forgedMessages,
  hostilePages,
  imports,
  hiddenSizes,
  trueIdle,
  longUse,
  reloadStorm,
];
