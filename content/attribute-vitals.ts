import type { CLSMetric, LCPMetric } from 'web-vitals';
import type { CapturedVitals } from '../src/domain/capture.ts';
import type { Milliseconds } from '../src/domain/units.ts';
import { cutOptionalText, cutUrl, toDuration, toMoment } from './moments.ts';
import { type LongFrameEntry, pickScript, type ScriptEntry } from './pick-long-frame.ts';
import type { ResourceEntry } from './pick-resource.ts';
import { readSelector } from './read-selector.ts';
import type { EventEntry, SpanEntry, Visit } from './visit.ts';

/*
 * web-vitals' values with the part of its attribution that explains a change, by the same formulas. Its own
 * attribution build is 1.6 kB larger (a fifth of what this script may weigh) and buffers for a second time the
 * requests, events and long frames that we keep anyway.
 */

/** An event's duration is rounded to 8 ms: of two events presented together, the ends may differ by that. */
const EVENT_ROUNDING: Milliseconds = 8;

interface InteractionMetric {
  readonly value: Milliseconds;
  readonly entries: readonly EventEntry[];
}

/**
 * LCP and its subparts. They follow each other: first byte, until the resource is asked for, its load, until it is
 * painted. A text has no resource, a page out of the back/forward cache no entry; what they lack is absent.
 */
export function attributeLargestContentfulPaint(
  { value, entries }: Pick<LCPMetric, 'value' | 'entries'>,
  { resources, origin, vitals }: Pick<Visit, 'resources' | 'origin' | 'vitals'>,
): CapturedVitals['largestContentfulPaint'] {
  const entry = entries.at(-1);
  if (!entry) return { value: toDuration(value) };
  const { url, element, startTime } = entry;
  const { loading, fetchPriority } = (element ?? {}) as Partial<HTMLImageElement>;
  const isLoaded = (request: ResourceEntry) =>
    request.name === url && (request.requestStart || request.startTime) <= startTime;
  const resource = url ? resources.findLast(isLoaded) : undefined;
  const firstByte = vitals.timeToFirstByte?.value ?? 0;
  const request = resource
    ? Math.max(firstByte, (resource.requestStart || resource.startTime) - origin)
    : firstByte;
  const response = resource ? Math.min(value, Math.max(request, resource.responseEnd - origin)) : request;
  return {
    value: toDuration(value),
    target: readSelector(element),
    url: cutUrl(url) || undefined,
    resourceLoadDelay: resource && toDuration(request - firstByte),
    resourceLoadDuration: resource && toDuration(response - request),
    elementRenderDelay: toDuration(value - response),
    lazy: loading && loading === 'lazy',
    fetchPriority,
  };
}

/** CLS in full precision (it is small, and rounding hides small shifts), with the largest shift of its worst window. */
export function attributeCumulativeLayoutShift(
  { value, entries }: Pick<CLSMetric, 'value' | 'entries'>,
  { layoutShifts, origin }: Pick<Visit, 'layoutShifts' | 'origin'>,
): CapturedVitals['cumulativeLayoutShift'] {
  const [largest] = [...entries].sort((a, b) => b.value - a.value);
  if (!largest) return { value };
  const noted = layoutShifts.find((shift) => shift.startTime === largest.startTime);
  return {
    value,
    target: noted?.sources.find(({ target }) => target)?.target,
    largestShiftTime: toMoment(largest.startTime, origin),
    largestShiftValue: largest.value,
  };
}

/**
 * INP and its subparts: until the first listener ran, while listeners ran, until the next frame was presented. All
 * events presented with that frame count: a click is held up by the listeners of its mousedown too. An interaction
 * below the browser's threshold has a value only. Durations of events are rounded to 8 ms, and a listener may outlast
 * its frame (`alert`), so the moments are clamped to one another.
 */
export function attributeInteractionToNextPaint(
  { value, entries }: InteractionMetric,
  { latestEvents, latestFrames, origin }: Pick<Visit, 'latestEvents' | 'latestFrames' | 'origin'>,
): CapturedVitals['interactionToNextPaint'] {
  const [first] = entries;
  if (!first) return { value: toDuration(value) };
  const { startTime, name } = first;
  const frame = latestEvents.filter((event) => Math.abs(endOf(event) - endOf(first)) <= EVENT_ROUNDING);
  const events = [...entries, ...frame];
  const start = Math.max(startTime, Math.min(...events.map(({ processingStart }) => processingStart)));
  const painted = Math.max(endOf(first), start);
  const end = Math.min(Math.max(...events.map(({ processingEnd }) => processingEnd)), painted);
  const longFrames = latestFrames.filter((frame) => frame.startTime <= end && endOf(frame) >= startTime);
  const longest = findLongestScript(longFrames, startTime);
  return {
    value: toDuration(value),
    target: readInteractionTarget(entries),
    interactionType: name.startsWith('key') ? 'keyboard' : 'pointer',
    interactionTime: toMoment(startTime, origin),
    inputDelay: toDuration(start - startTime),
    processingDuration: toDuration(end - start),
    presentationDelay: toDuration(painted - end),
    longestScript: longest && pickScript(longest, origin),
  };
}

/** The script that ran longest after the interaction; what it had run before held nobody up. */
function findLongestScript(frames: readonly LongFrameEntry[], since: Milliseconds): ScriptEntry | undefined {
  const timeOf = ({ startTime, duration }: ScriptEntry) => Math.min(duration, startTime + duration - since);
  const [longest] = frames.flatMap(({ scripts }) => scripts).sort((a, b) => timeOf(b) - timeOf(a));
  return longest && timeOf(longest) > 0 ? longest : undefined;
}

/** The browser itself remembers the selector of an element that has left the document since. */
function readInteractionTarget(entries: readonly EventEntry[]): string | undefined {
  const { target, targetSelector } = entries.find((entry) => entry.target ?? entry.targetSelector) ?? {};
  return target ? readSelector(target) : cutOptionalText(targetSelector);
}

function endOf({ startTime, duration }: SpanEntry): Milliseconds {
  return startTime + duration;
}
