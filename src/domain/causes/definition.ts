import type { CauseKind, WHAT_IF_ACTIONS } from '../cause.ts';
import type { Resource } from '../snapshot.ts';
import type { Phrase } from '../words/phrase.ts';
import type { Detection } from './detection.ts';

export type WhatIfAction = (typeof WHAT_IF_ACTIONS)[number];

export interface Change {
  readonly baseline: number;
  readonly current: number;
}

/** What was measured about a cause in one pair of loads: enough to word it, whichever metric it is about. */
export interface CauseFacts {
  /** What is blamed, as the current load has it; as the baseline has it where it is gone. */
  readonly resource?: Resource;
  /** Resources that the cause stands for; 0 when it is not about resources. */
  readonly count: number;
  /** Bytes over the network. */
  readonly size?: Change;
  /** The phase concerned, in ms. */
  readonly time?: Change;
  readonly elements?: Change;
  /** How many times as long something takes in the current load. */
  readonly factor?: number;
  /** What the largest element, the moved element or the interaction is called on either side. */
  readonly names?: { readonly baseline?: Phrase; readonly current?: Phrase };
  /** Which part of an interaction, or which step of a connection. */
  readonly phase?: string;
  /** Time in which a script made the browser compute style and layout at once, in ms. */
  readonly forcedLayout?: number;
  /** Whether the browser hid the phases of the resource. */
  readonly opaque?: boolean;
}

/** One kind of cause: how it is found in the replay, and how it is told. */
export interface CauseDefinition {
  readonly kind: CauseKind;
  /**
   * structural: what the page asks for, the same on every load, so one pair of loads shows it.
   * timing: a measurement, which may be noise until several loads agree.
   */
  readonly nature: 'structural' | 'timing';
  /** Claims the switches that this kind of change is made of. Absent for causes of sums only. */
  readonly detect?: (detection: Detection) => void;
  /** A clause that names the cause, without a full stop. */
  readonly summarize: (facts: CauseFacts) => Phrase;
  /** Measured facts beyond the summary, one sentence each. */
  readonly listEvidence?: (facts: CauseFacts) => readonly Phrase[];
  /** One sentence that says what to do about it, when it made the page worse. */
  readonly advise: (facts: CauseFacts) => Phrase;
  /** What to try on the current load to see what undoing it would save. */
  readonly remedy?: (facts: CauseFacts) => WhatIfAction | undefined;
}
