import type { Connection } from './raw-connection.ts';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** CPU time of the thread, in microseconds: what another program took meanwhile does not count. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

/** A piece of work, with its moments on the clock and its CPU time, all in microseconds. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly cpu: number;
}

/** Scripts and callbacks as the browser's own trace has them. */
const SCRIPT_EVENTS = new Set(['FunctionCall', 'EvaluateScript']);

export interface Trace {
  /**
   * Ends it and gives the CPU time, in milliseconds, of scripts whose URL begins so. What continues after an `await` has
   * no URL in a trace: of a page that itself does nothing after its load, all of it from then on is theirs.
   */
  readonly stop: (urlPrefix: string) => Promise<{ readonly total: number; readonly longest: number }>;
}

export async function startTrace(connection: Connection): Promise<Trace> {
  const events: TraceEvent[] = [];
  const collecting = connection.listen('Tracing.dataCollected', ({ value }) => events.push(...value));
  await connection.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8.execute'], excludedCategories: ['*'] },
  });
  return {
    async stop(urlPrefix) {
      const complete = new Promise<void>((resolve) => {
        const { stop } = connection.listen('Tracing.tracingComplete', () => {
          stop();
          resolve();
        });
      });
      await connection.send('Tracing.end');
      await complete;
      collecting.stop();
      const calls = events.filter(
        ({ name, args }) => SCRIPT_EVENTS.has(name) && args?.data?.url?.startsWith(urlPrefix),
      );
      const [first] = calls;
      if (!first) throw new Error(`the trace has nothing of ${urlPrefix}`);
      const own = calls.map(toPiece);
      const sameThread = events.filter(({ pid, tid }) => pid === first.pid && tid === first.tid);
      const pieces = [...own, ...listContinuations(sameThread, own)];
      const times = pieces.map(({ cpu }) => cpu / 1000);
      return { total: times.reduce((sum, time) => sum + time, 0), longest: Math.max(...times) };
    },
  };
}

/** Microtasks run after the load, but those that are part of a call of ours. */
function listContinuations(events: readonly TraceEvent[], calls: readonly Piece[]): Piece[] {
  // The tab was empty before, and has loaded that too.
  const loaded = Math.max(...events.filter(({ name }) => name === 'MarkLoad').map(({ ts }) => ts));
  return events
    .filter(({ name, ts }) => name === 'RunMicrotasks' && ts > loaded)
    .map(toPiece)
    .filter(({ from }) => !calls.some((call) => call.from <= from && from < call.to));
}

function toPiece({ ts, dur = 0, tdur = 0 }: TraceEvent): Piece {
  return { from: ts, to: ts + dur, cpu: tdur };
}
