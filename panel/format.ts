import type { MetricDefinition } from '../src/domain/metric.ts';

/**
 * The only place where numbers become text. Locale and digits are the browser's; every function takes what may be
 * missing and never prints NaN or Infinity. Bytes are decimal (1 kB = 1000 bytes), as in DevTools' own Network panel.
 */
export type Unit = MetricDefinition['unit'];

/** A value that was not measured says so; it is never a 0. */
const NOT_MEASURED = 'not measured';

const MINUS = '−';
const SPACE = '\u00a0';

/** From here on milliseconds are harder to read than seconds. */
const SECONDS_FROM = 10_000;

type SignDisplay = 'auto' | 'exceptZero';

/** A value in the unit of its metric: "1,592 ms", "12.4 s", "254 kB", "37", "0.125". */
export function formatValue(value: number | undefined, unit: Unit): string {
  return isKnown(value) ? formatIn(value, unit, 'auto') : NOT_MEASURED;
}

/** A change with its sign: "+412 ms", "−12 kB". A change that rounds to nothing is "no change". */
export function formatDelta(delta: number | undefined, unit: Unit): string {
  if (!isKnown(delta)) return NOT_MEASURED;
  const text = formatIn(delta, unit, 'exceptZero');
  return /[1-9]/.test(text) ? text : 'no change';
}

/** A change relative to what it was: "+35 %". Undefined when there was nothing to relate it to, or nothing to tell. */
export function formatRelative(delta: number | undefined, baseline: number | undefined): string | undefined {
  if (!isKnown(delta) || !isKnown(baseline) || baseline === 0) return undefined;
  const share = (delta / baseline) * 100;
  const text = number(share, Math.abs(share) < 10 ? 1 : 0, 'exceptZero');
  return /[1-9]/.test(text) ? `${text}${SPACE}%` : undefined;
}

/** A share: 0.752 is "75 %". */
export function formatShare(share: number | undefined): string {
  return isKnown(share) ? `${number(share * 100, 0, 'auto')}${SPACE}%` : NOT_MEASURED;
}

export function formatCount(count: number): string {
  return number(count, 0, 'auto');
}

/** "1 load", "12 loads". */
export function formatPlural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)}${SPACE}${count === 1 ? one : many}`;
}

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
      return number(value, 1, sign);
    case 'score':
      return number(value, 3, sign);
  }
}

function formatDuration(value: number, sign: SignDisplay): string {
  const size = Math.abs(value);
  if (size >= SECONDS_FROM) return `${number(value / 1000, 1, sign)}${SPACE}s`;
  return `${number(value, size < 10 ? 1 : 0, sign)}${SPACE}ms`;
}

function formatBytes(value: number, sign: SignDisplay): string {
  const size = Math.abs(value);
  if (size >= 999_500) return `${number(value / 1e6, size < 99_500_000 ? 1 : 0, sign)}${SPACE}MB`;
  if (size >= 1000) return `${number(value / 1000, size < 9950 ? 1 : 0, sign)}${SPACE}kB`;
  return `${number(value, 0, sign)}${SPACE}B`;
}

function number(value: number, maximumFractionDigits: number, signDisplay: SignDisplay): string {
  return formatterOf(maximumFractionDigits, signDisplay).format(value).replace('-', MINUS);
}

const formatters = new Map<string, Intl.NumberFormat>();

/** Making a formatter costs a hundred times what using it does; there are eight kinds at most. */
function formatterOf(maximumFractionDigits: number, signDisplay: SignDisplay): Intl.NumberFormat {
  const key = `${maximumFractionDigits} ${signDisplay}`;
  const known =
    formatters.get(key) ?? new Intl.NumberFormat(undefined, { maximumFractionDigits, signDisplay });
  formatters.set(key, known);
  return known;
}

function isKnown(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value);
}
