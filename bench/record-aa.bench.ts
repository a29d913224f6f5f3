/**
 * Records the loads that `verdicts.bench` judges: unchanged loads of four series of the lab site, and short blocks
 * with a known change between them. `--loads N` unchanged loads in all (default 1,000; about 2.5 s each), with
 * `--series NAME` all that are added of that one. Goes on with
 * what `--out` holds already, and with a new browser when one is lost: an hour of recording must not depend on one.
 */
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { type Browser, startBrowser } from '../cli/browser.ts';
import { installUrlPattern } from '../cli/install-url-pattern.ts';
import { findExtension } from '../cli/measure/extension-dir.ts';
import { loadPage } from '../cli/measure/load-page.ts';
import { measureProcessorLoad } from '../cli/measure/processor-load.ts';
import { createCalmWait } from '../cli/measure/wait-for-calm.ts';
import { type Lab, startLab } from '../lab/server.ts';
import { fingerprintBuild } from '../src/domain/build-fingerprint.ts';
import type { AaRecording } from './recordings/aa-loads.ts';
import { type RecordedBlock, type RecordedLoad, readRecording } from './verdicts/read-recording.ts';

const { values } = parseArgs({
  options: {
    loads: { type: 'string', default: '1000' },
    out: { type: 'string', default: 'bench/fixtures/aa-loads.json' },
    series: { type: 'string' },
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
  phase('heavy', '/', 'unchanged', (lab) => lab.setFault('heavy-script-work', { baseOnly: true })),
  phase('heavy', '/', 'script-work-x1.2', (lab) => lab.setFault('heavy-script-work')),
];

/** A block that loses its browser so often will not be recorded at all. */
const MOST_ATTEMPTS = 5;

await installUrlPattern();
const lab = await startLab();
const blocks: RecordedBlock[] = [...(readRecording(values.out) ?? [])];
const phases = PHASES.filter(({ series }) => series === (values.series ?? series));
if (phases.length === 0) {
  throw new RangeError(
    `--series: expected one of ${PHASES.map(({ series }) => series).join(', ')}, got ${values.series}`,
  );
}
let recorded = values.series === undefined ? blocks.length : 0;
let version = 'Chromium';
while (countUnchanged() < Number(values.loads)) {
  const each = phases[recorded++ % phases.length] as Phase;
  const loads = await retry(() => recordBlock(lab, each));
  blocks.push({ series: each.series, change: each.change, loads });
  console.log(`${countUnchanged()} of ${values.loads} unchanged loads; last: ${each.series} ${each.change}`);
  await save();
}
await lab.stop();

function countUnchanged(): number {
  return blocks.reduce((sum, { change, loads }) => sum + (change === 'unchanged' ? loads.length : 0), 0);
}

async function retry<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === MOST_ATTEMPTS) throw error;
      console.log(`Once more, because of: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

/** Every block has a browser of its own, as the days of a developer have. */
async function recordBlock(lab: Lab, phase: Phase): Promise<RecordedLoad[]> {
  const browser = await startBrowser({ extensionDir: findExtension() });
  version = browser.context.browser()?.version() ?? version;
  try {
    return await recordLoads(browser, lab, phase);
  } finally {
    await browser.stop().catch(() => undefined);
  }
}

async function recordLoads(
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
    // As Verify and `pbm measure` do; what is busy still is recorded as such. Each load has patience of its own.
    const { busy } = await createCalmWait({ measureLoad: measureProcessorLoad, now: Date.now })();
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
    browser: version,
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
