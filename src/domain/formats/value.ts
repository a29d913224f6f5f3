import type { MetricDefinition } from '../metric.ts';

type Unit = MetricDefinition['unit'];

/** Always English: what a command prints is compared with what it printed on another machine. */
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const thousandths = new Intl.NumberFormat('en', { maximumFractionDigits: 3 });

/** "1,592 ms", "254 kB", "37", "0.125"; decimal units for bytes, as browsers show them. */
export function formatValue(value: number, unit: Unit): string {
  switch (unit) {
    case 'ms':
      return `${(Math.abs(value) < 10 ? tenths : whole).format(value)} ms`;
    case 'bytes':
      return formatBytes(value);
    case 'count':
      return tenths.format(value);
    case 'score':
      return thousandths.format(value);
  }
}

/** With its sign: "+412 ms", "−12 kB", "±0 ms" when it rounds to nothing. */
export function formatDelta(delta: number, unit: Unit): string {
  const size = formatValue(Math.abs(delta), unit);
  if (!/[1-9]/.test(size)) return `±${size}`;
  return delta > 0 ? `+${size}` : `−${size}`;
}

/** "+35 %"; empty when there is nothing to relate the change to. */
export function formatRelative(delta: number, baseline: number): string {
  if (baseline === 0) return '';
  const percent = (delta / baseline) * 100;
  const size = (Math.abs(percent) < 10 ? tenths : whole).format(Math.abs(percent));
  if (!/[1-9]/.test(size)) return '±0 %';
  return `${percent > 0 ? '+' : '−'}${size} %`;
}

export function formatShare(share: number): string {
  return `${whole.format(share * 100)} %`;
}

/** "1 load", "8 loads". */
export function formatPlural(count: number, one: string): string {
  return `${whole.format(count)} ${one}${count === 1 ? '' : 's'}`;
}

function formatBytes(value: number): string {
  const size = Math.abs(value);
  if (size >= 999_500) return `${tenths.format(value / 1e6)} MB`;
  if (size >= 1000) return `${(size < 9950 ? tenths : whole).format(value / 1000)} kB`;
  return `${whole.format(value)} B`;
}
