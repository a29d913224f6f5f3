import type { Page } from 'playwright';

/** What the browser itself says of the frames while something was done. Times in ms. */
export interface Frames {
  /** Frames that were drawn. */
  readonly drawn: number;
  /** Frames that came too late to be: what was on the screen stayed there. */
  readonly dropped: number;
  /** Frames that were drawn in time, scrolled, with the rows of the frame before: the page's own were not made yet. */
  readonly partial: number;
  /** Longest piece of work of the page's main thread: what keeps a frame from being made. */
  readonly longestTask: number;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly args?: { readonly hasPartialUpdate?: boolean };
}

/** Records the browser's own frame timing of one page. */
export async function recordFrames(page: Page, act: () => Promise<void>): Promise<Frames> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: [
        'devtools.timeline',
        'disabled-by-default-devtools.timeline',
        'devtools.timeline.frame',
        'disabled-by-default-devtools.timeline.frame',
      ],
      excludedCategories: ['*'],
    },
  });
  await act();
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return sumFrames(events);
}

/** The renderer that commits frames is the page's: no other tab is seen meanwhile. */
function sumFrames(events: readonly TraceEvent[]): Frames {
  const main = events.find(({ name }) => name === 'BeginMainThreadFrame');
  const own = events.filter(({ pid }) => pid === main?.pid);
  const tasks = own.filter(({ name, tid }) => name === 'RunTask' && tid === main?.tid);
  const late = own.filter(({ name }) => name === 'DroppedFrame');
  const partial = late.filter(({ args }) => args?.hasPartialUpdate).length;
  return {
    drawn: own.filter(({ name }) => name === 'DrawFrame').length,
    dropped: late.length - partial,
    partial,
    longestTask: Math.max(0, ...tasks.map(({ dur = 0 }) => dur / 1000)),
  };
}
