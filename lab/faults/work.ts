import type { Fault } from '../fault.ts';
import { changeAsset, type Site } from '../site.ts';

/** About 250 ms on a machine of 2026. Iterations, not wall clock: a busy machine is to make it slower. */
const ITERATIONS = 120_000_000;

/** How much more of it a page has that does little else. */
const HEAVY = 2.2;

/** A page whose load is mostly script: no slow line, and two scripts that compute. `more` is work of another function. */
function withWork(site: Site, factor: number, more = 0): Site {
  const code = [factor, more]
    .filter((each) => each > 0)
    .map((each) => writeWork(Math.round(ITERATIONS * each)))
    .join('');
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
  {
    id: 'heavy-script-work',
    title: 'A page that is mostly script has a fifth more of it',
    page: '/',
    view: 'first',
    base: (site) => withWork(site, HEAVY),
    change: (site, strength) => withWork(site, HEAVY, 0.2 * strength * HEAVY),
    truth: {
      causes: [{ where: /\/js\/(vendor|app)\./, kinds: ['script-execution'] }],
      metrics: ['domContentLoaded', 'load', 'totalBlockingTime'],
    },
  },
];
