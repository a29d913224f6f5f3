import type { MetricDefinition } from '../src/domain/metric.ts';
import { formatNumber as number, type SignDisplay } from './number.ts';
import { text } from './text.ts';

/**
 * The only place where measured numbers become text. Locale and digits are the browser's; every function takes what may
 * be missing and never prints NaN or Infinity. Bytes are decimal (1 kB = 1000 bytes), as in DevTools' own Network panel;
 * symbols of units are international, hence no words.
 */
export type Unit = MetricDefinition['unit'];

const SPACE = '\u00a0';

/** From here on milliseconds are harder to read than seconds. */
const SECONDS_FROM = 10_000;

/**
 * A value in the unit of its metric: "1,592 ms", "12.4 s", "254 kB", "37", "0.125". One that was not measured says so; it
 * is never a 0.
 */
export function formatValue(value: number | undefined, unit: Unit): string {
  return isKnown(value) ? formatIn(value, unit, 'auto') : text('notMeasured');
}

/** A change with its sign: "+412 ms", "−12 kB". A change that rounds to nothing is "no change". */
export function formatDelta(delta: number | undefined, unit: Unit): string {
  if (!isKnown(delta)) return text('notMeasured');
  const amount = formatIn(delta, unit, 'exceptZero');
  return isSeen(amount) ? amount : text('noChange');
}

/** Does a change, as it was formatted, say that there is one? */
export function isChange(delta: string | undefined): delta is string {
  return delta !== undefined && delta !== text('noChange');
}

/** A change relative to what it was: "+35 %". Undefined when there was nothing to relate it to, or nothing to tell. */
export function formatRelative(delta: number | undefined, baseline: number | undefined): string | undefined {
  if (!isKnown(delta) || !isKnown(baseline) || baseline === 0) return undefined;
  const share = (delta / baseline) * 100;
  const percent = number(share, Math.abs(share) < 10 ? 1 : 0, { sign: 'exceptZero' });
  return isSeen(percent) ? `${percent}${SPACE}%` : undefined;
}

/** A share: 0.752 is "75 %". */
export function formatShare(share: number | undefined): string {
  return isKnown(share) ? `${number(share * 100, 0)}${SPACE}%` : text('notMeasured');
}

export function formatCount(count: number): string {
  return number(count, 0);
}

/** "a, b", or as a conjunction "a and b": joined as the language of the texts does it. */
export function formatList(parts: readonly string[], type: 'unit' | 'conjunction' = 'unit'): string {
  lists[type] ??= new Intl.ListFormat(text('language'), { type });
  return lists[type].format(parts);
}

const lists: { [Type in 'unit' | 'conjunction']?: Intl.ListFormat } = {};

/** The clock for a load of today, day and clock for an older one. */
export function formatMoment(moment: number, now: number): string {
  const sameDay = new Date(moment).toDateString() === new Date(now).toDateString();
  return sameDay ? CLOCK.format(moment) : DAY_AND_CLOCK.format(moment);
}

/** Day and clock, for what is read on another day. */
export function formatDate(moment: number): string {
  return DAY_AND_CLOCK.format(moment);
}

const CLOCK = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const DAY_AND_CLOCK = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

function formatIn(value: number, unit: Unit, sign: SignDisplay): string {
  switch (unit) {
    case 'ms':
      return formatDuration(value, sign);
    case 'bytes':
      return formatBytes(value, sign);
    case 'count':
      return number(value, 1, { sign });
    case 'score':
      return number(value, 3, { sign });
  }
}

function formatDuration(value: number, sign: SignDisplay): string {
  const size = Math.abs(value);
  if (size >= SECONDS_FROM) return `${number(value / 1000, 1, { sign })}${SPACE}s`;
  return `${number(value, size < 10 ? 1 : 0, { sign })}${SPACE}ms`;
}

function formatBytes(value: number, sign: SignDisplay): string {
  const size = Math.abs(value);
  if (size >= 999_500) return `${number(value / 1e6, size < 99_500_000 ? 1 : 0, { sign })}${SPACE}MB`;
  if (size >= 1000) return `${number(value / 1000, size < 9950 ? 1 : 0, { sign })}${SPACE}kB`;
  return `${number(value, 0, { sign })}${SPACE}B`;
}

/** Not one of its digits is other than 0, in whatever digits the language writes. */
function isSeen(amount: string): boolean {
  return /[^\P{Nd}0٠۰०]/u.test(amount);
}

function isKnown(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value);
}
