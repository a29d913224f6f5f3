import type { CdpSession } from '../capture/cdp.ts';

/** The browser's own record of a document's main thread; times in milliseconds since its navigation began. */
export interface MainThreadTrace {
  readonly tasks: readonly { readonly startTime: number; readonly duration: number }[];
  readonly milestones: { readonly [name in Milestone]?: number };
}

const MILESTONES = ['domInteractive', 'domContentLoadedEventEnd', 'loadEventEnd'] as const;
type Milestone = (typeof MILESTONES)[number];

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly args: { readonly data?: { readonly documentLoaderURL?: string }; readonly frame?: string };
}

/** Shorter tasks are no long task by any rounding. */
const SHORTEST_TASK = 40;

export interface TraceRecording {
  /** Ends the recording; a second call changes nothing. */
  stop(): Promise<void>;
  /** The document with this URL; undefined when the recording knows no navigation to it. */
  read(url: string): MainThreadTrace | undefined;
}

/** Records a trace of the whole browser, of which one document is read. One at a time. */
export async function recordTrace(browser: CdpSession): Promise<TraceRecording> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }): void => {
    events.push(...(value as TraceEvent[]).filter(isOfInterest));
  };
  let isStopped = false;
  browser.on('Tracing.dataCollected', collect);
  await browser.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['disabled-by-default-devtools.timeline', 'blink.user_timing'],
      excludedCategories: ['*'],
    },
  });
  return {
    async stop() {
      if (isStopped) return;
      isStopped = true;
      const complete = once(browser, 'Tracing.tracingComplete');
      await browser.send('Tracing.end');
      await complete;
      browser.off('Tracing.dataCollected', collect);
    },
    read: (url) => readMainThread(events, url),
  };
}

function once(session: CdpSession, event: 'Tracing.tracingComplete'): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      session.off(event, done);
      resolve();
    };
    session.on(event, done);
  });
}

function isOfInterest({ name, dur = 0 }: TraceEvent): boolean {
  return name === 'navigationStart' || isMilestone(name) || (isTask(name) && dur >= SHORTEST_TASK * 1000);
}

function isTask(name: string): boolean {
  return name === 'RunTask';
}

function isMilestone(name: string): name is Milestone {
  return (MILESTONES as readonly string[]).includes(name);
}

function readMainThread(events: readonly TraceEvent[], url: string): MainThreadTrace | undefined {
  const starts = events.filter(
    ({ name, args }) => name === 'navigationStart' && args.data?.documentLoaderURL,
  );
  // Of a navigation that was redirected the trace tells the origin only.
  const urls = new Set([url, new URL('/', url).href]);
  const start = starts.findLast(({ args }) => urls.has(args.data?.documentLoaderURL ?? ''));
  if (!start) return undefined;
  const next = starts.find(({ args, ts }) => args.frame === start.args.frame && ts > start.ts);
  const since = (ts: number): number => (ts - start.ts) / 1000;
  const own = events.filter(
    ({ pid, tid, ts }) =>
      pid === start.pid && tid === start.tid && ts >= start.ts && ts < (next?.ts ?? Infinity),
  );
  const tasks = own
    .filter(({ name }) => isTask(name))
    .map(({ ts, dur = 0 }) => ({ startTime: since(ts), duration: dur / 1000 }));
  const reached = own.filter(({ name, args }) => isMilestone(name) && args.frame === start.args.frame);
  // The empty documents before and after it in the same frame become interactive too, but do not load.
  const load = reached.find(({ name }) => name === 'loadEventEnd')?.ts ?? Infinity;
  const times = reached.filter(({ ts }) => ts <= load).map(({ name, ts }) => [name, since(ts)]);
  const milestones: MainThreadTrace['milestones'] = Object.fromEntries(times);
  return { tasks, milestones };
}
