import { allowOrigins } from '../cli/measure/allow-origins.ts';
import { findExtension } from '../cli/measure/extension-dir.ts';
import { compareVariant } from './agreement/compare-variant.ts';
import { formatComparison, formatHeader } from './agreement/format-comparisons.ts';
import { measureVariant } from './agreement/measure-variant.ts';
import type { Bench } from './agreement/open-page.ts';
import { startPageServer } from './agreement/page-server.ts';
import { VARIANTS } from './agreement/variants/variants.ts';
import { startChromium } from './capture/start-chromium.ts';

/**
 * Compares what the extension stores of a visit with independent witnesses of the same visit: web-vitals in the page
 * itself, the DevTools protocol's network events, and the browser's trace. Exit code 1 when they do not agree.
 *
 *     npm run build && npm run bench:agreement [variant ...]
 */
const wanted = process.argv.slice(2);
const variants = VARIANTS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));

const extension = await allowOrigins(findExtension(), [new URL('https://localhost')]);
const server = await startPageServer(VARIANTS);
const chromium = await startChromium({ extensionDir: extension.dir, args: ['--ignore-certificate-errors'] });
const bench: Bench = { chromium, server, worker: await chromium.worker() };

console.log(formatHeader());
let agreed = 0;
let all = 0;
const failed: string[] = [];
for (const variant of variants) {
  try {
    const comparisons = compareVariant(variant, await measureVariant(bench, variant));
    for (const comparison of comparisons) console.log(formatComparison(comparison));
    const right = comparisons.filter(({ agrees }) => agrees).length;
    agreed += right;
    all += comparisons.length;
    if (right < comparisons.length) failed.push(variant.name);
  } catch (error) {
    failed.push(variant.name);
    console.log(`${variant.name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
await chromium.stop();
await server.stop();
await extension.remove();

const sound = variants.length - failed.length;
console.log(`\n${agreed} of ${all} values agree, ${sound} of ${variants.length} variants in all of them.`);
if (failed.length > 0) console.log(`Not: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
