import type { RawLife } from './raw-ground.ts';

export interface WorkerWatch {
  /** How often the worker has been started since the beginning, or since `reset`. */
  readonly starts: () => number;
  readonly reset: () => void;
  readonly stop: () => Promise<void>;
}

/** Counts by the browser's own account. Nobody attaches to the worker, which may fall asleep. */
export async function watchWorker({ browser, inside }: RawLife): Promise<WorkerWatch> {
  let starts = 0;
  let status: string | undefined;
  const { stop } = browser.connection.listen('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { runningStatus } of versions) {
      if (runningStatus === 'starting' && status !== 'starting') starts++;
      status = runningStatus;
    }
  });
  await inside.send('ServiceWorker.enable');
  starts = 0;
  return {
    starts: () => starts,
    reset: () => void (starts = 0),
    async stop() {
      stop();
      await inside.send('ServiceWorker.disable');
    },
  };
}
