import { buildSnapshot } from '../../src/domain/build-snapshot.ts';
import type { Snapshot } from '../../src/domain/snapshot.ts';
import { PROTOCOL_VERSION } from '../../src/protocol/messages.ts';
import type { RawLife } from '../soak/raw-ground.ts';
import { createUsualCapture } from './usual-capture.ts';

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

/** A load of a page of usual size, as it is stored. */
export function createLoad(url: string, n: number): Snapshot {
  const startedAt = 1_700_000_000_000 + n * 60_000;
  return buildSnapshot(createUsualCapture(url, n, { stage: 'final', startedAt }));
}
