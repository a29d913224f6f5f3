import type { CDPSession } from 'playwright';
import type { Browser } from '../../cli/browser.ts';
import { loadPage } from '../../cli/measure/load-page.ts';
import { measureProcessorLoad } from '../../cli/measure/processor-load.ts';
import { findFault } from '../../lab/faults.ts';
import { type Lab, startLab } from '../../lab/server.ts';
import { parseNetworkLog } from '../../src/domain/network-log.ts';
import { addNetworkLog, alignNetworkLog } from '../../src/domain/network-log-merge.ts';
import type { Snapshot } from '../../src/domain/snapshot.ts';
import type { Variant } from './plan-variants.ts';
import { type HarRecord, recordHar } from './record-har.ts';
import type { RecordedBlock } from './recording.ts';

interface Stage {
  readonly browser: Browser;
  readonly lab: Lab;
  readonly variant: Variant;
  readonly session: CDPSession;
  readonly har: HarRecord;
}

/**
 * Loads the page of a variant `runs` times without and with its fault, in turn, so that what else goes on in the
 * machine falls on both. One load comes first and does not count: it pays for what the server, the browser and the
 * compiler have not done yet.
 */
export async function recordBlock(browser: Browser, variant: Variant, runs: number): Promise<RecordedBlock> {
  const lab = await startLab({ line: variant.line, secure: variant.secure });
  const session = await browser.context.newCDPSession(browser.page);
  try {
    const stage = { browser, lab, variant, session, har: await recordHar(session) };
    const block: RecordedBlock = { variant, baseline: [], current: [], busy: [] };
    await visit(stage, 'baseline');
    for (let run = 0; run < runs; run++) {
      block.busy.push(Number((await measureProcessorLoad()).toFixed(3)));
      for (const side of ['baseline', 'current'] as const) block[side].push(await visit(stage, side));
    }
    return block;
  } finally {
    await session.detach();
    await lab.stop();
  }
}

async function visit(stage: Stage, side: 'baseline' | 'current'): Promise<Snapshot> {
  const { browser, lab, variant, har } = stage;
  const fault = findFault(variant.fault);
  lab.setFault(fault.id, { strength: variant.strength, baseOnly: side === 'baseline' });
  await slowProcessor(stage, side === 'current' ? (fault.cpuSlowdown ?? 1) : 1);
  const url = new URL(fault.page, lab.origin);
  if (fault.view === 'repeat') await loadPage(browser, url, { cache: 'cold' });
  har.take();
  const { snapshot } = await loadPage(browser, url, {
    cache: fault.view === 'repeat' ? 'warm' : 'cold',
    ...fault.visit,
  });
  const requests = parseNetworkLog(har.take(), (text) => Date.parse(text));
  return addNetworkLog(snapshot, alignNetworkLog(snapshot, requests));
}

/** The fault's own factor in proportion to the strength, on top of the variant's. */
async function slowProcessor({ session, variant }: Stage, factor: number): Promise<void> {
  const rate = variant.slowdown * (1 + (factor - 1) * variant.strength);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}
