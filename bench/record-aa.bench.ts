/**
 * Records the loads that `verdicts.bench` judges: unchanged loads of three series of the lab site, and short blocks
 * with a known change between them. `--loads N` unchanged loads in all (default 1,000; about 2.5 s each).
 */
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { type Browser, startBrowser } from '../cli/browser.ts';
import { installUrlPattern } from '../cli/install-url-pattern.ts';
import { findExtension } from '../cli/measure/extension-dir.ts';
import { loadPage } from '../cli/measure/load-page.ts';
import { measureProcessorLoad } from '../cli/measure/processor-load.ts';
import { type Lab, startLab } from '../lab/server.ts';
import { fingerprintBuild } from '../src/domain/build-fingerprint.ts';
import type { AaRecording, RecordedBlock, RecordedLoad } from './recordings/aa-loads.ts';

const { values } = parseArgs({
  options: {
    loads: { type: 'string', default: '1000' },
    out: { type: 'string', default: 'bench/fixtures/aa-loads.json' },
  },
});

interface Phase {
  readonly series: string;
  readonly path: string;
  readonly change: RecordedBlock['change'];
  readonly loads: number;
  readonly prepare: (lab: Lab) => void;
}

const UNCHANGED_PER_BLOCK = 42;
const CHANGED_PER_BLOCK = 10;

const PHASES: readonly Phase[] = [
  phase('shop', '/', 'unchanged', (lab) => lab.setFault(undefined)),
  phase('shop', '/', 'server-150ms', (lab) => lab.setFault('slow-ttfb', { strength: 0.375 })),
  phase('script', '/', 'unchanged', (lab) => lab.setFault('script-work', { baseOnly: true })),
  phase('script', '/', 'script-work-x1.2', (lab) => lab.setFault('script-work')),
  phase('spa', '/spa', 'unchanged', (lab) => lab.setFault(undefined)),
];

await installUrlPattern();
const lab = await startLab();
const browser = await startBrowser({ extensionDir: findExtension() });
const blocks: RecordedBlock[] = [];
const wanted = Number(values.loads);
let unchanged = 0;
while (unchanged < wanted) {
  for (const each of PHASES) {
    const loads = await recordBlock(browser, lab, each);
    blocks.push({ series: each.series, change: each.change, loads });
    if (each.change === 'unchanged') unchanged += loads.length;
    console.log(`${unchanged} of ${wanted} unchanged loads; last block: ${each.series} ${each.change}`);
    await save();
  }
}
await browser.stop();
await lab.stop();

async function recordBlock(
  browser: Browser,
  lab: Lab,
  { path, loads, prepare }: Phase,
): Promise<RecordedLoad[]> {
  prepare(lab);
  const url = new URL(path, lab.origin);
  // The first load after a change of site pays for what the server and the browser have not done yet.
  await loadPage(browser, url, { cache: 'cold' });
  const recorded: RecordedLoad[] = [];
  while (recorded.length < loads) {
    const busy = await measureProcessorLoad();
    const { snapshot } = await loadPage(browser, url, { cache: 'cold' });
    const build = fingerprintBuild(snapshot);
    recorded.push({
      metrics: snapshot.metrics,
      ...(build !== undefined && { build }),
      busy: Number(busy.toFixed(3)),
    });
  }
  return recorded;
}

async function save(): Promise<void> {
  const recording: AaRecording = {
    recordedAt: new Date().toISOString(),
    machine: `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}`,
    browser: browser.context.browser()?.version() ?? 'Chromium',
    blocks,
  };
  await writeFile(values.out, `${JSON.stringify(recording)}\n`);
}

function phase(series: string, path: string, change: Phase['change'], prepare: Phase['prepare']): Phase {
  return {
    series,
    path,
    change,
    prepare,
    loads: change === 'unchanged' ? UNCHANGED_PER_BLOCK : CHANGED_PER_BLOCK,
  };
}
