import type { Capture } from '../src/domain/capture.ts';
import { cutText, cutUrl, toMoment, toOptionalMoment, toSpan } from './moments.ts';
import { addOverflow, type Overflow } from './overflow.ts';
import { pickLongFrame } from './pick-long-frame.ts';
import { pickResource } from './pick-resource.ts';
import { LISTS, type Visit } from './visit.ts';

/** What a capture says besides what was seen of the visit. */
export type CaptureContext = Pick<
  Capture,
  | 'stage'
  | 'revision'
  | 'resourceOffset'
  | 'startedAt'
  | 'navigation'
  | 'environment'
  | 'softNavigations'
  | 'cost'
>;

/**
 * The capture of a visit as it stands now, with at most so many items of any list, requests from the offset on. What
 * is left out is added up (requests) or counted as dropped.
 */
export function buildCapture(visit: Visit, context: CaptureContext, most: number): Capture {
  const { origin, settle, document } = visit;
  const end = context.resourceOffset + most;
  // Not `structuredClone`, which takes the browser some milliseconds to set up in a page.
  const rest = JSON.parse(JSON.stringify(visit.overflow)) as Overflow;
  addOverflow(rest, visit.counted.slice(end), settle.settledAt);
  const scripts = document?.scripts ?? [];
  const dropped = { ...visit.dropped, resourcesAfterSettle: rest.afterSettle };
  for (const name of LISTS) dropped[name] += Math.max(0, visit[name].length - most);
  dropped.documentScripts += Math.max(0, scripts.length - most);
  return {
    ...context,
    visitId: visit.id,
    url: cutUrl(visit.url),
    settledAt: toOptionalMoment(settle.settledAt, origin),
    vitals: visit.vitals,
    resources: visit.resources.slice(context.resourceOffset, end).map((entry) => pickResource(entry, origin)),
    overflow: rest.totals,
    longTasks: visit.longTasks.slice(0, most).map((entry) => toSpan(entry, origin)),
    longFrames: visit.longFrames.slice(0, most).map((entry) => pickLongFrame(entry, origin)),
    userTimings: visit.userTimings.slice(0, most).map((entry) => ({
      ...toSpan(entry, origin),
      name: cutText(entry.name),
      kind: entry.entryType as 'mark' | 'measure',
    })),
    layoutShifts: visit.layoutShifts.slice(0, most).map((shift) => ({
      ...shift,
      startTime: toMoment(shift.startTime, origin),
    })),
    document: { ...document, scripts: scripts.slice(0, most) },
    hidden: visit.hidden,
    late: visit.late,
    dropped,
  };
}
