import type { Cause, MetricDiff } from '../../src/domain/cause.ts';
import { type ClaimedSaving, claimSaving } from '../../src/domain/causes/claim-saving.ts';
import { formatCount, formatValue } from '../format.ts';
import { type MessageKey, text } from '../text.ts';

/** What one action on the current load would save, and what may be said of it. */
export interface Remedy extends Pick<ClaimedSaving, 'claim'> {
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

function savingOf(cause: Cause): number {
  return cause.whatIf ? claimSaving(cause, cause.whatIf).saves : 0;
}

/** Undefined when nothing was tried, or it would save nothing. */
export function describeRemedy(cause: Cause, unit: MetricDiff['unit']): Remedy | undefined {
  if (!cause.whatIf || cause.whatIf.saves <= 0) return undefined;
  const { saves, range = [], claim } = claimSaving(cause, cause.whatIf);
  const [least, most] = range.map((value) => formatValue(Math.max(0, value), unit));
  return {
    action: describeAction(cause, cause.whatIf.action),
    saves: formatValue(saves, unit),
    claim,
    ...(least !== most && { between: text('fromTo', least ?? '', most ?? '') }),
  };
}

const CLAIMS: Readonly<Record<Remedy['claim'], MessageKey>> = {
  estimate: 'wouldSave',
  all: 'wouldSaveAll',
  more: 'wouldSaveMore',
};

/** "Deferring /js/consent.js would save about 300 ms." */
export function tellRemedy({ action, saves, between, claim }: Remedy): string {
  return text(CLAIMS[claim], action, between === undefined ? saves : text('amountBetween', saves, between));
}

/** The document, and what stands in it, has no name that says what it is. */
const OF_DOCUMENT: { readonly [Kind in Cause['kind']]?: MessageKey } = {
  'slow-document': 'actFasterDocument',
  'html-download': 'actShrinkDocument',
  'inline-script': 'actNoInline',
};

function describeAction(cause: Cause, action: Action): string {
  return text(OF_DOCUMENT[cause.kind] ?? WORDS[action], nameOf(cause));
}

function nameOf({ resource, resources = [] }: Cause): string {
  if (resource === undefined) return text('actOnIt');
  const name = resource.replace(/^https?:\/\//, '');
  return resources.length > 1 ? text('andMore', name, formatCount(resources.length - 1)) : name;
}
