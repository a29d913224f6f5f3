import fc from 'fast-check';

// Node 20 has no URLPattern; a browser and newer Nodes do.
if (!('URLPattern' in globalThis)) await import('urlpattern-polyfill');

/**
 * Properties are tried on the same inputs in every run, so that a red test is red again. FUZZ_SEED tries others; the
 * input that breaks one belongs into its test, as an example.
 */
const SEED = 20_261_126;
fc.configureGlobal({ seed: Number(process.env['FUZZ_SEED'] ?? SEED) });
