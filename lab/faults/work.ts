import type { Fault } from '../fault.ts';
import { changeAsset, type Site } from '../site.ts';

/** About 250 ms on a machine of 2026. Iterations, not wall clock: a busy machine is to make it slower. */
const ITERATIONS = 120_000_000;

/** A page whose load is mostly script: no slow line, and two scripts that compute. */
function withWork(site: Site, factor: number): Site {
  const code = writeWork(Math.round(ITERATIONS * factor));
  const { line: _line, ...unlimited } = site;
  const vendor = changeAsset(unlimited, '/js/vendor.3f9c2a1e.js', { code, busy: 0 });
  return changeAsset(vendor, '/js/app.js', { code, busy: 0 });
}

function writeWork(iterations: number): string {
  return `(function compute() { let x = 1; for (let i = 0; i < ${iterations}; i++) x = Math.imul(x ^ i, 2654435761); document.documentElement.dataset.work = x; })();`;
}

export const WORK_FAULTS: readonly Fault[] = [
  {
    id: 'script-work',
    title: 'Every script computes a fifth more',
    page: '/',
    view: 'first',
    base: (site) => withWork(site, 1),
    change: (site, strength) => withWork(site, 1 + 0.2 * strength),
    truth: {
      causes: [{ where: /\/js\/(vendor|app)\./, kinds: ['script-execution'] }],
      metrics: ['domContentLoaded', 'load', 'totalBlockingTime'],
    },
  },
];
