import type { CauseKind, WhatIfSaving } from '../cause.ts';
import type { Attribution, Part } from './attribution.ts';
import type { CauseFacts } from './definition.ts';
import { findDefinition } from './registry.ts';

/** Whom an amount is put down to. */
export interface Blame {
  readonly kind: CauseKind;
  readonly key: string;
  readonly facts: CauseFacts;
  readonly certainty: number;
}

/** Divides a metric that is a sum: every amount of either load is put down to somebody, or to nobody. */
export interface Ledger {
  readonly add: (blame: Blame | undefined, amounts: { baseline?: number; current?: number }) => void;
  /** The differences. `delta` is the metric's own, so that what was not entered remains unexplained. */
  readonly close: (delta: number) => Attribution;
}

interface Account {
  /** As last seen: the facts of a group grow with its members. */
  blame: Blame;
  baseline: number;
  current: number;
}

/** Amounts that differ by less are equal: they went through different sums. */
const EQUAL = 1e-9;

export function createLedger(): Ledger {
  const accounts = new Map<string, Account>();
  return {
    add(blame, { baseline = 0, current = 0 }) {
      if (!blame) return;
      const account = accounts.get(blame.key) ?? { blame, baseline: 0, current: 0 };
      account.blame = blame;
      account.baseline += baseline;
      account.current += current;
      accounts.set(blame.key, account);
    },
    close(delta) {
      const changed = [...accounts.values()].filter((a) => Math.abs(a.current - a.baseline) > EQUAL);
      return { delta, parts: changed.map(toPart) };
    },
  };
}

function toPart({ blame, baseline, current }: Account): Part {
  return { ...blame, value: current - baseline, remedies: () => undo(blame, baseline, current) };
}

/** Of a sum it is certain what undoing a cause saves: all of what was added, the growth of what grew. */
function undo({ kind, facts }: Blame, baseline: number, current: number): WhatIfSaving[] {
  if (current <= baseline) return [];
  if (kind === 'added-resource') return [{ action: 'remove', saves: current }];
  const action = findDefinition(kind).remedy?.(facts);
  return action === 'shrink' || action === 'less-work' ? [{ action, saves: current - baseline }] : [];
}
