import type { Connection } from './raw-connection.ts';

interface TraceEvent {
  readonly name: string;
  /** CPU time of the thread, in microseconds: what another program took meanwhile does not count. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

/** Scripts and callbacks as the browser's own trace has them. */
const SCRIPT_EVENTS = new Set(['FunctionCall', 'EvaluateScript']);

export interface Trace {
  /** Ends it and gives the CPU time, in milliseconds, of scripts whose URL begins so. */
  readonly stop: (urlPrefix: string) => Promise<{ readonly total: number; readonly longest: number }>;
}

export async function startTrace(connection: Connection): Promise<Trace> {
  const events: TraceEvent[] = [];
  const collecting = connection.listen('Tracing.dataCollected', ({ value }) => events.push(...value));
  await connection.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline'], excludedCategories: ['*'] },
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
      const own = events.filter(
        ({ name, args }) => SCRIPT_EVENTS.has(name) && args?.data?.url?.startsWith(urlPrefix),
      );
      if (own.length === 0) throw new Error(`the trace has nothing of ${urlPrefix}`);
      const times = own.map(({ tdur = 0 }) => tdur / 1000);
      return { total: times.reduce((sum, time) => sum + time, 0), longest: Math.max(...times) };
    },
  };
}
