import { parseHttpUrl } from '../page.ts';
import type { Resource } from '../snapshot.ts';
import type { Bytes, Milliseconds } from '../units.ts';

/** "640 B", "4.2 kB", "254 kB", "1.3 MB": decimal units, as browsers show them. */
export function sizeText(bytes: Bytes): string {
  if (bytes < 1000) return `${Math.round(bytes)} B`;
  if (bytes < 1_000_000) return `${trim(bytes / 1000)} kB`;
  return `${trim(bytes / 1_000_000)} MB`;
}

/** "0 ms", "8.5 ms", "412 ms", "1,240 ms". */
export function timeText(time: Milliseconds): string {
  return `${time >= 10 || time < 0.05 ? groupDigits(Math.round(time)) : trim(time)} ms`;
}

export function countText(count: number): string {
  return groupDigits(Math.round(count));
}

/** What a resource is called in a text and in JSON: its path on the page's own site, its URL elsewhere. */
export function resourceName({ url, party }: Pick<Resource, 'url' | 'party'>): string {
  if (party === 'third') return url;
  return pathOf(url);
}

export function pathOf(url: string): string {
  return parseHttpUrl(url)?.pathname ?? url;
}

function trim(value: number): string {
  return value < 10 ? String(Math.round(value * 10) / 10) : String(Math.round(value));
}

function groupDigits(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A signed amount of a metric: "+412 ms", "−1.2 kB", "+3", "+0.081". */
export function amountText(value: number, unit: 'ms' | 'bytes' | 'count' | 'score'): string {
  const sign = value < 0 ? '−' : '+';
  const size = Math.abs(value);
  if (unit === 'ms') return sign + timeText(size);
  if (unit === 'bytes') return sign + sizeText(size);
  return sign + (unit === 'count' ? String(Math.round(size * 10) / 10) : size.toFixed(3));
}
