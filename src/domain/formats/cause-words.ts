import type { Cause, MetricDiff, WhatIfSaving } from '../cause.ts';
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

/** "defer: saves 300 ms, between 280 ms and 330 ms"; empty when nothing was tried. */
export function tellSaving({ whatIf }: Pick<Cause, 'whatIf'>, unit: MetricDiff['unit']): string {
  return whatIf ? formatSaving(whatIf, unit) : '';
}

/** The same of what else could be done. */
export function tellAlternatives(
  { alternatives = [] }: Pick<Cause, 'alternatives'>,
  unit: MetricDiff['unit'],
): string {
  return alternatives.map((saving) => formatSaving(saving, unit)).join('; ');
}

function formatSaving({ action, saves, range }: WhatIfSaving, unit: MetricDiff['unit']): string {
  const [least, most] = (range ?? []).map((value) => formatValue(Math.max(0, value), unit));
  const interval = least === most ? '' : `, between ${least} and ${most}`;
  return `${action.replaceAll('-', ' ')}: saves ${formatValue(saves, unit)}${interval}`;
}
