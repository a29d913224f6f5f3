import { MAX_MILLISECONDS, MAX_TEXT_LENGTH, MAX_URL_LENGTH } from '../src/domain/limits.ts';
import type { Milliseconds } from '../src/domain/units.ts';

/**
 * A time of the performance timeline as a moment since `origin`, in tenths of a millisecond: the browser coarsens its
 * clock to that, finer digits are noise that only lengthens messages. Bounded, as a page names any time in its marks.
 */
export function toMoment(time: Milliseconds, origin: Milliseconds): Milliseconds {
  return Math.max(round(time - origin), -MAX_MILLISECONDS);
}

/** The browser says 0 for what did not happen, has not happened yet, or is hidden by a cross-origin server. */
export function toOptionalMoment(
  time: Milliseconds | undefined,
  origin: Milliseconds,
): Milliseconds | undefined {
  return time ? toMoment(time, origin) : undefined;
}

/** A duration in tenths of a millisecond. A measure whose end precedes its start lasts 0. */
export function toDuration(duration: Milliseconds): Milliseconds {
  return Math.max(round(duration), 0);
}

export function toSpan(
  { startTime, duration }: Pick<PerformanceEntry, 'startTime' | 'duration'>,
  origin: Milliseconds,
): { startTime: Milliseconds; duration: Milliseconds } {
  return { startTime: toMoment(startTime, origin), duration: toDuration(duration) };
}

export function cutText(text: string): string {
  return text.slice(0, MAX_TEXT_LENGTH);
}

/** Text that the browser leaves empty when it has none. */
export function cutOptionalText(text: string | undefined): string | undefined {
  return cutText(text ?? '') || undefined;
}

export function cutUrl(url: string): string {
  return url.slice(0, MAX_URL_LENGTH);
}

function round(value: Milliseconds): Milliseconds {
  return Math.min(Math.round(value * 10) / 10, MAX_MILLISECONDS);
}
