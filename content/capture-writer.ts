import type { Capture } from '../src/domain/capture.ts';
import {
  ENVELOPE_BYTES,
  MAX_MESSAGE_BYTES,
  MAX_RESOURCES_PER_MESSAGE,
  MAX_TAIL_BYTES,
  MAX_USER_TIMINGS,
} from '../src/domain/limits.ts';
import { buildCapture } from './build-capture.ts';
import { fitCapture } from './fit-capture.ts';
import type { Host } from './host.ts';
import { toDuration } from './moments.ts';
import { readEnvironment } from './read-environment.ts';
import { readNavigation } from './read-navigation.ts';
import { areSoftNavigationsReported } from './soft-navigations.ts';
import type { Visit } from './visit.ts';

/** A capture and the state of the visit that it tells of. */
export interface Draft {
  readonly capture: Capture;
  readonly version: number;
  /** Requests known then; the capture may carry only the first of those that were still to be sent. */
  readonly total: number;
}

/**
 * Writes the captures of one visit and books what the worker has of it. Invariants:
 * - every draft has its own revision, higher than all before;
 * - its requests begin after the last acknowledged one, so an acknowledged request is never sent again and an
 *   unacknowledged one always is.
 */
export interface CaptureWriter {
  /** How many requests have been in a draft, acknowledged or not. */
  readonly sent: number;
  /** Is there anything that is not acknowledged? */
  hasNews(): boolean;
  /** Undefined when the extension has gone. */
  write(): Draft | undefined;
  /** The last capture, as small as the outbox asks. */
  writeTail(): Draft | undefined;
  /** True when there are further requests to be sent at once. */
  acknowledge(draft: Draft): boolean;
}

export function createCaptureWriter(visit: Visit, host: Host): CaptureWriter {
  const costBefore = host.cost;
  let stage: Capture['stage'] = 'provisional';
  let revision = 0;
  let acknowledged = 0;
  let acknowledgedVersion = -1;
  let sent = 0;
  let bytesSent = 0;

  function write(
    most = MAX_RESOURCES_PER_MESSAGE,
    mostBytes = MAX_MESSAGE_BYTES - ENVELOPE_BYTES,
  ): Draft | undefined {
    return host.work(() => {
      visit.environment ??= readEnvironment();
      const context = {
        stage,
        revision: ++revision,
        resourceOffset: acknowledged,
        startedAt: performance.timeOrigin + visit.origin,
        navigation: readNavigation(visit.kind, visit.origin),
        environment: visit.environment,
        softNavigations: areSoftNavigationsReported(),
        cost: { mainThread: toDuration(host.cost - costBefore), bytesSent },
      };
      const { capture, bytes } = fitCapture(
        (fitting) => buildCapture(visit, context, fitting),
        most,
        mostBytes,
      );
      sent = Math.max(sent, acknowledged + capture.resources.length);
      // The capture tells of itself too: what its own count adds to it is a digit or two.
      bytesSent += bytes;
      context.cost.bytesSent = bytesSent;
      return { capture, version: visit.version, total: visit.resources.length };
    });
  }

  return {
    get sent() {
      return sent;
    },
    hasNews: () => acknowledgedVersion !== visit.version || acknowledged < visit.resources.length,
    write,
    writeTail() {
      stage = 'final';
      // No list beside the requests is longer, so none is cut where all fit; more requests than that hardly ever do.
      return write(MAX_USER_TIMINGS, MAX_TAIL_BYTES - ENVELOPE_BYTES);
    },
    acknowledge({ capture, version, total }) {
      const { length } = capture.resources;
      acknowledged = capture.resourceOffset + length;
      acknowledgedVersion = version;
      stage = 'update';
      return length > 0 && acknowledged < total;
    },
  };
}
