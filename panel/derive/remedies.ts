import type { Cause, MetricDiff } from '../../src/domain/cause.ts';
import { formatCount, formatValue } from '../format.ts';
import { type MessageKey, text } from '../text.ts';

/** What one action on the current load would save. */
export interface Remedy {
  /** "Deferring /js/consent.js". */
  readonly action: string;
  readonly saves: string;
  /** "280 ms to 330 ms": the least and the most, where the load leaves it open. */
  readonly between?: string;
}

export interface RankedRemedy extends Remedy {
  readonly cause: Cause;
  /** Of the cause it undoes, from 1. */
  readonly rank: number;
  /** Of the largest saving, 0 to 1. */
  readonly share: number;
}

type Action = NonNullable<Cause['whatIf']>['action'];

const WORDS: Readonly<Record<Action, MessageKey>> = {
  remove: 'actRemove',
  defer: 'actDefer',
  async: 'actAsync',
  inline: 'actInline',
  'less-work': 'actLessWork',
  preload: 'actPreload',
  shrink: 'actShrink',
  'faster-server': 'actFasterServer',
  'no-redirect': 'actNoRedirect',
};

/** What to do about the causes of one metric, what saves most first. Causes nothing was tried for are left out. */
export function deriveRemedies({ causes, unit }: MetricDiff): RankedRemedy[] {
  const most = Math.max(0, ...causes.map(savingOf));
  const remedies = causes.flatMap((cause, index): RankedRemedy[] => {
    const remedy = describeRemedy(cause, unit);
    return remedy ? [{ ...remedy, cause, rank: index + 1, share: savingOf(cause) / most }] : [];
  });
  return remedies.sort((a, b) => savingOf(b.cause) - savingOf(a.cause));
}

function savingOf({ whatIf }: Cause): number {
  return whatIf?.saves ?? 0;
}

/** Undefined when nothing was tried, or it would save nothing. */
export function describeRemedy(cause: Cause, unit: MetricDiff['unit']): Remedy | undefined {
  const { whatIf } = cause;
  if (!whatIf || whatIf.saves <= 0) return undefined;
  const [least, most] = (whatIf.range ?? []).map((value) => formatValue(Math.max(0, value), unit));
  return {
    action: text(WORDS[whatIf.action], nameOf(cause)),
    saves: formatValue(whatIf.saves, unit),
    ...(least !== most && { between: text('fromTo', least ?? '', most ?? '') }),
  };
}

function nameOf({ resource, resources = [] }: Cause): string {
  if (resource === undefined) return text('actOnIt');
  const name = resource.replace(/^https?:\/\//, '');
  return resources.length > 1 ? text('andMore', name, formatCount(resources.length - 1)) : name;
}
