import { extensionReloaded } from '../../bench/soak/rows/f06-extension-reloaded.ts';
import { backForwardCache } from '../../bench/soak/rows/f07-back-forward-cache.ts';
import { prerender } from '../../bench/soak/rows/f08-prerender.ts';
import { longUse } from '../../bench/soak/rows/f10-long-use.ts';
import { panelAndDyingWorker } from '../../bench/soak/rows/f11-panel-and-dying-worker.ts';
import { clockJumps } from '../../bench/soak/rows/f12-clock-jumps.ts';
import { twoPanels } from '../../bench/soak/rows/f13-two-panels.ts';
import { notAllowed } from '../../bench/soak/rows/f14-not-allowed.ts';
import { shuffled } from '../../bench/soak/rows/f15-shuffled.ts';
import { testRows } from './test-rows.ts';

testRows([
  extensionReloaded,
  backForwardCache,
  prerender,
  longUse,
  panelAndDyingWorker,
  clockJumps,
  twoPanels,
  notAllowed,
  shuffled,
]);
