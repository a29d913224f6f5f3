import type { Cause, WhatIfSaving } from '../cause.ts';

/**
 * What may be said of a saving. estimate: as it was replayed. all: it takes back what the cause has added, of which the
 * replay of a single load may find more than the cause has in most loads. more: it helps what was there before, too.
 */
export interface ClaimedSaving extends WhatIfSaving {
  readonly claim: 'estimate' | 'all' | 'more';
}

/** Advised, these bring back what was in the baseline, and no more. */
const UNDOING: ReadonlySet<WhatIfSaving['action']> = new Set([
  'shrink',
  'less-work',
  'faster-server',
  'no-redirect',
]);

/**
 * A saving in the metric's unit, never more than its cause has added where nothing but that can be saved. The replay
 * tries one load at a time and shares nothing with other causes, so that it may come to more.
 */
export function claimSaving(cause: Cause, saving: WhatIfSaving): ClaimedSaving {
  const { contribution } = cause;
  if (saving.saves <= contribution) return { ...saving, claim: 'estimate' };
  if (!canOnlyUndo(cause, saving)) return { ...saving, claim: 'more' };
  const { range, ...rest } = saving;
  const isOpen = range !== undefined && range[0] < contribution;
  return {
    ...rest,
    saves: contribution,
    ...(isOpen && { range: [range[0], contribution] }),
    claim: 'all',
  };
}

/** What is new has nothing before it; what has become blocking has only that to lose. */
function canOnlyUndo(cause: Cause, saving: WhatIfSaving): boolean {
  if (cause.kind === 'added-resource') return true;
  const isAdvised = saving === cause.whatIf;
  return isAdvised && (UNDOING.has(saving.action) || cause.kind === 'render-blocking');
}
