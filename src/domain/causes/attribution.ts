import type { CauseKind, WhatIfSaving } from '../cause.ts';
import type { Resource } from '../snapshot.ts';
import type { Ratio } from '../units.ts';
import type { CauseFacts } from './definition.ts';

/** A named part of the change of one metric between two loads. */
export interface Part {
  readonly kind: CauseKind;
  /** The same for the same cause in another pair of loads. */
  readonly key: string;
  readonly facts: CauseFacts;
  /** Every resource it stands for, where the facts name but one of them. */
  readonly members?: readonly Resource[];
  /** In the metric's unit. */
  readonly value: number;
  /** How far the way to this value can be trusted, 0 to 1: initiators, matches, other causes that mask it. */
  readonly certainty: Ratio;
  /** What actions on the current load would save, the advised one first. On demand: it needs replays of its own. */
  readonly remedies?: () => readonly WhatIfSaving[];
}

/** The change of one metric between two loads. What the parts do not add up to has no name. */
export interface Attribution {
  readonly delta: number;
  readonly parts: readonly Part[];
}
