import type { Bytes } from '../../src/domain/units.ts';
import type { RawLife } from './raw-ground.ts';

/** What the extension's worker holds after garbage has been collected. Attaching keeps it awake for that moment. */
export async function measureWorkerHeap({ ask, browser: { connection } }: RawLife): Promise<Bytes> {
  await ask('readStorage');
  const { targetInfos } = await connection.send('Target.getTargets');
  const worker = targetInfos.find(({ type }: { type: string }) => type === 'service_worker');
  if (!worker) throw new Error('the worker has gone to sleep');
  const { sessionId } = await connection.send('Target.attachToTarget', {
    targetId: worker.targetId,
    flatten: true,
  });
  await connection.send('HeapProfiler.collectGarbage', {}, sessionId);
  const { usedSize } = await connection.send('Runtime.getHeapUsage', {}, sessionId);
  await connection.send('Target.detachFromTarget', { sessionId });
  return usedSize;
}
