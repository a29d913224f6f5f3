/**
 * Records the loads that `causes.bench` explains: every fault of the lab in `--each` variants of a seed, `--runs` loads
 * without and with it. What the output file holds already is kept, so that a recording can be made in parts: `--minutes`
 * ends a part after the block under way.
 *
 *     npm run bench -- record-causes --seed N --out FILE [--each 2] [--runs 6] [--minutes 8] [--only id,id]
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { startBrowser } from '../cli/browser.ts';
import { installUrlPattern } from '../cli/install-url-pattern.ts';
import { allowOrigins } from '../cli/measure/allow-origins.ts';
import { findExtension } from '../cli/measure/extension-dir.ts';
import { FAULTS } from '../lab/faults.ts';
import { planVariants, type Variant } from './causes/plan-variants.ts';
import { recordBlock } from './causes/record-block.ts';
import { type CausesRecording, readCausesRecording, writeCausesRecording } from './causes/recording.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    out: { type: 'string', default: 'out/causes.json.br' },
    each: { type: 'string', default: '2' },
    runs: { type: 'string', default: '6' },
    minutes: { type: 'string', default: '600' },
    only: { type: 'string' },
  },
});

const deadline = performance.now() + Number(values.minutes) * 60_000;
const seed = Number(values.seed);
const wanted = values.only?.split(',');

await installUrlPattern();
const extension = await allowOrigins(findExtension(), [new URL('https://localhost')]);
const browser = await startBrowser({ extensionDir: extension.dir, args: ['--ignore-certificate-errors'] });
const recording: CausesRecording = readCausesRecording(values.out) ?? {
  seed,
  recordedAt: new Date().toISOString(),
  machine: `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}`,
  browser: browser.context.browser()?.version() ?? 'Chromium',
  blocks: [],
};
if (recording.seed !== seed)
  throw new Error(`${values.out}: expected a recording of seed ${seed}, got ${recording.seed}`);

/** A fault that leaves no delta to divide is no use here, but for what changes nothing at all. */
const faults = FAULTS.filter(({ id, truth }) => id === 'aa' || truth.metrics.length > 0);

const missing = planVariants(faults, seed, Number(values.each)).filter(
  (variant) => (wanted?.includes(variant.fault) ?? true) && !isRecorded(variant),
);
for (const [done, variant] of missing.entries()) {
  if (performance.now() > deadline) break;
  recording.blocks.push(await recordBlock(browser, variant, Number(values.runs)));
  writeCausesRecording(values.out, recording);
  console.log(`${variant.fault}: ${missing.length - done - 1} blocks to go`);
}
await browser.stop();
await extension.remove();

function isRecorded(variant: Variant): boolean {
  return recording.blocks.some((block) => JSON.stringify(block.variant) === JSON.stringify(variant));
}
