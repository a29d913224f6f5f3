import type { Cause, MetricDiff, WhatIfSaving } from '../cause.ts';
import { phraseConfidence } from '../causes/confidence.ts';
import { sayCause } from '../words/say-english.ts';
import { formatValue } from './value.ts';

/** A cause in English sentences. */
export interface ToldCause {
  readonly summary: string;
  readonly evidence: readonly string[];
  readonly advice: string;
  /** How sure it is. */
  readonly confidence: string;
}

export function tellCause(cause: Cause, diff: Pick<MetricDiff, 'current'>): ToldCause {
  return {
    summary: sayCause(cause.summary),
    evidence: cause.evidence.map(sayCause),
    advice: sayCause(cause.advice),
    confidence: sayCause(phraseConfidence(cause, diff)),
  };
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
