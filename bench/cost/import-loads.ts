import { buildSnapshot } from '../../src/domain/build-snapshot.ts';
import { createCapture, createCapturedResource } from '../../src/domain/capture.fixture.ts';
import type { Snapshot } from '../../src/domain/snapshot.ts';
import { PROTOCOL_VERSION } from '../../src/protocol/messages.ts';
import type { RawLife } from '../soak/raw-ground.ts';

export const RESOURCES = 60;

/** Some messages' worth each. */
const BATCH = 50;

/** Stores so many loads of a page, as an imported report does: the rate limit of a tab does not hold them up. */
export async function importLoads({ inside }: RawLife, url: string, loads: number): Promise<void> {
  for (let first = 0; first < loads; first += BATCH) {
    const argument = Array.from({ length: Math.min(BATCH, loads - first) }, (_, n) =>
      createLoad(url, first + n),
    );
    const message = JSON.stringify({ protocol: PROTOCOL_VERSION, request: 'importVisits', argument });
    const reply = await inside.evaluate<{ ok: boolean; error?: string }>(
      `chrome.runtime.sendMessage(${message})`,
    );
    if (!reply.ok) throw new Error(reply.error);
  }
}

/** A load of a page of usual size, never quite the same as the one before. */
export function createLoad(url: string, n: number): Snapshot {
  const jitter = (n * 7919) % 100;
  return buildSnapshot(
    createCapture({
      visitId: crypto.randomUUID(),
      url,
      stage: 'final',
      startedAt: 1_700_000_000_000 + n * 60_000,
      vitals: {
        timeToFirstByte: { value: 40 + jitter },
        firstContentfulPaint: { value: 180 + jitter },
        largestContentfulPaint: { value: 240 + jitter },
        cumulativeLayoutShift: { value: 0 },
      },
      resources: Array.from({ length: RESOURCES }, (_, resource) =>
        createCapturedResource({
          url: `${new URL(url).origin}/assets/chunk-${resource}.js`,
          startTime: 60 + resource * 5 + jitter / 10,
        }),
      ),
    }),
  );
}
