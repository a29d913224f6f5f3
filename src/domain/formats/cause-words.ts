import type { Cause, MetricDiff } from '../cause.ts';
import { formatPlural, formatValue } from './value.ts';

/** From as many loads on the current side their agreement is worth a word. */
const FEWEST = 3;

/** How sure a cause is, in words: what several loads confirm is told from what a single pair shows. */
export function tellConfidence(
  { confidence }: Pick<Cause, 'confidence'>,
  { current }: Pick<MetricDiff, 'current'>,
): string {
  if (confidence === 'low') return 'possible';
  if (confidence === 'medium') return 'likely';
  return current.n >= FEWEST ? `confirmed by ${formatPlural(current.n, 'load')}` : 'clear from these loads';
}

/** "defer: saves 300 ms, 280 ms to 330 ms over the loads"; empty when nothing was tried. */
export function tellSaving({ whatIf }: Pick<Cause, 'whatIf'>, unit: MetricDiff['unit']): string {
  if (!whatIf) return '';
  const [least, most] = (whatIf.between ?? []).map((value) => formatValue(Math.max(0, value), unit));
  const interval = least === most ? '' : `, ${least} to ${most} over the loads`;
  return `${whatIf.action.replaceAll('-', ' ')}: saves ${formatValue(whatIf.saves, unit)}${interval}`;
}
