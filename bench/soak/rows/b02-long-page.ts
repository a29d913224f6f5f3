import { waitFor } from '../../../cli/wait-for.ts';
import type { VisitRow } from '../../../src/store/schema.ts';
import { MAX_LAYOUT_SHIFTS, MAX_RESOURCES, MAX_USER_TIMINGS } from '../../../src/domain/limits.ts';
import { type RawGround, type RawLife, onRawGround } from '../raw-ground.ts';
import type { RawTab } from '../raw-tab.ts';
import { atMost, defineRow, exactly, type Figure } from '../row.ts';
import { type Site, startSite, writePage } from '../site.ts';
import { serveManyResources } from './b01-many-resources.ts';

interface Scale {
  readonly marks: number;
  readonly shifts: number;
  readonly resources: number;
}

/** A host the extension is not allowed on: the same page without it. */
const ELSEWHERE = '127.0.0.2';

export const longPage = defineRow<Scale>({
  id: 'B2',
  fault: 'a page goes on and on: marks, layout shifts and requests without end',
  short: { marks: 50_000, shifts: 130, resources: 100 },
  long: { marks: 50_000, shifts: 5_000, resources: 100_000 },
  measure: (scale) => onRawGround((ground) => measure(ground, scale)),
});

async function measure(ground: RawGround, scale: Scale): Promise<Figure[]> {
  const life = await ground.start();
  const elsewhere = await startSite(ELSEWHERE);
  const without = await visit(life, elsewhere, scale);
  await elsewhere.stop();
  const watched = await visit(life, ground.site, scale);
  const row = await leave(life, watched.tab);
  const { dropped, userTimings, layoutShifts, metrics, totals } = row.snapshot;
  const requests = totals.reduce((sum, total) => sum + total.requests, 0);
  return [
    atMost('memory in the page because of us', (watched.heap - without.heap) / 1e6, 10, ' MB'),
    exactly('marks kept', userTimings.length, Math.min(scale.marks, MAX_USER_TIMINGS)),
    exactly('marks kept and counted', userTimings.length + (dropped.userTimings ?? 0), scale.marks),
    exactly('shifts kept', layoutShifts.length, Math.min(watched.shifts, MAX_LAYOUT_SHIFTS)),
    exactly('shifts kept and counted', layoutShifts.length + (dropped.layoutShifts ?? 0), watched.shifts),
    exactly('requests counted', metrics.requests ?? 0, scale.resources + 2),
    exactly('requests in the sums', requests, scale.resources + 2),
    atMost('requests kept in full', row.snapshot.resources.length, MAX_RESOURCES + 1),
  ];
}

/** Loads the page, waits until it has done everything, and measures its heap. */
async function visit(
  { browser }: RawLife,
  site: Site,
  { marks, shifts, resources }: Scale,
): Promise<{ tab: RawTab; heap: number; shifts: number }> {
  serveManyResources(site, '/unused', resources);
  const script = `let next = 0;
    async function ask() { while (next < ${resources}) await fetch('/r?' + next++); }
    for (let n = 0; n < 50; n++) ask();
    for (let n = 0; n < ${marks}; n++) performance.mark('mark ' + n);
    performance.clearMarks();
    window.shifts = 0;
    new PerformanceObserver((list) => { window.shifts += list.getEntries().length; })
      .observe({ type: 'layout-shift', buffered: true });
    const block = document.querySelector('div');
    (function shift() {
      block.style.marginTop = block.style.marginTop === '200px' ? '0' : '200px';
      if (window.shifts < ${shifts}) requestAnimationFrame(shift);
      else window.isDone = true;
    })();`;
  site.serve(
    '/long',
    writePage(
      `<div>A block</div><p>${'Text that moves. '.repeat(200)}</p><script>${script}</script><script src="/gate"></script>`,
    ),
  );
  const tab = await browser.openTab(`${site.origin}/long`);
  await waitFor(async () => (await tab.evaluate<boolean>('window.isDone === true')) || undefined, {
    what: 'the page to be done',
    timeout: 180_000,
  });
  await tab.send('Performance.enable');
  await tab.send('HeapProfiler.collectGarbage');
  const { metrics } = await tab.send('Performance.getMetrics');
  const heap = metrics.find(({ name }: { name: string }) => name === 'JSHeapUsedSize').value;
  return { tab, heap, shifts: await tab.evaluate<number>('window.shifts') };
}

async function leave(life: RawLife, tab: RawTab): Promise<VisitRow> {
  await waitFor(async () => (await life.readVisits()).length > 0 || undefined, {
    what: 'a provisional row',
    timeout: 60_000,
  });
  await tab.navigate('about:blank');
  return waitFor(async () => (await life.readVisits()).find(({ snapshot }) => snapshot.stage === 'final'), {
    what: 'the tail',
  });
}
