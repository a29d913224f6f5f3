import type { Cause, MetricDiff } from '../cause.ts';
import { type ClaimedSaving, claimSaving } from '../causes/claim-saving.ts';
import { phraseConfidence } from '../causes/confidence.ts';
import { isRestWorthTelling } from '../causes/smallest-cause.ts';
import { sayCause } from '../words/say-english.ts';
import { formatDelta, formatValue } from './value.ts';

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

/** "+44 ms not explained by what was recorded"; undefined where it is too little to say anything. */
export function tellRest(diff: MetricDiff): string | undefined {
  if (!isRestWorthTelling(diff)) return undefined;
  return `${formatDelta(diff.unexplained, diff.unit)} not explained by what was recorded`;
}

/** "defer: saves 300 ms, between 280 ms and 330 ms"; empty when nothing was tried. */
export function tellSaving(cause: Cause, unit: MetricDiff['unit']): string {
  return cause.whatIf ? formatSaving(claimSaving(cause, cause.whatIf), unit) : '';
}

/** The same of what else could be done. */
export function tellAlternatives(cause: Cause, unit: MetricDiff['unit']): string {
  const { alternatives = [] } = cause;
  return alternatives.map((saving) => formatSaving(claimSaving(cause, saving), unit)).join('; ');
}

const CLAIMS: Readonly<Record<ClaimedSaving['claim'], string>> = {
  estimate: '',
  all: ', all that was added',
  more: ', also of what was slow before',
};

function formatSaving({ action, saves, range, claim }: ClaimedSaving, unit: MetricDiff['unit']): string {
  const [least, most] = (range ?? []).map((value) => formatValue(Math.max(0, value), unit));
  const interval = least === most ? '' : `, between ${least} and ${most}`;
  return `${action.replaceAll('-', ' ')}: saves ${formatValue(saves, unit)}${interval}${CLAIMS[claim]}`;
}
