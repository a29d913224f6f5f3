import type { Signal } from '@preact/signals';
import type { Cause } from '../../src/domain/cause.ts';
import { isCauseLit, selectCause, type Selection } from '../derive/selection.ts';

/** What is lit up in the views of a comparison, as causes see it. */
export interface CauseLight {
  readonly isLit: (cause: Cause) => boolean;
  /** Lights up a cause with what belongs to it, or puts the light out. */
  readonly toggle: (cause: Cause) => void;
}

/** Reads the selection: whoever calls it follows it. `document` is the name of the page's document. */
export function createCauseLight(
  selection: Signal<Selection | undefined>,
  document: string | undefined,
): CauseLight {
  const lit = selection.value;
  return {
    isLit: (cause) => isCauseLit(cause, lit, document),
    toggle(cause) {
      const chosen = selectCause(cause, document);
      selection.value = lit?.cause === chosen.cause ? undefined : chosen;
    },
  };
}
