import type { Snapshot } from '../snapshot.ts';
import type { Parts } from './parts.ts';
import { isMeasured, rowOfMedians } from './side-medians.ts';
import { findTarget } from './target.ts';

const STEPS = [
  ['input delay', 'inputDelay'],
  ['processing', 'processingDuration'],
  ['presentation', 'presentationDelay'],
] as const;

/** The three steps of the slowest interaction (web.dev/articles/optimize-inp), and the script that ran longest in it. */
export function listInteractionParts(baseline: readonly Snapshot[], current: readonly Snapshot[]): Parts {
  const sides = { baseline, current };
  const steps = STEPS.map(([label, name]) =>
    rowOfMedians(label, sides, ({ vitals }) => vitals.interactionToNextPaint?.[name]),
  );
  const { url, charPosition } =
    current.findLast(scriptOf)?.vitals.interactionToNextPaint?.longestScript ?? {};
  const source = url !== undefined && {
    source: { url, ...(charPosition !== undefined && { charPosition }) },
  };
  const rows = steps
    .filter(isMeasured)
    .map((row) => (row.label === 'processing' && source ? { ...row, ...source } : row));
  return { kind: 'steps', ...findTarget(baseline, current, nameOf), rows };
}

function scriptOf({ vitals }: Snapshot): boolean {
  return vitals.interactionToNextPaint?.longestScript?.url !== undefined;
}

function nameOf({ vitals: { interactionToNextPaint } }: Snapshot): string | undefined {
  const { target, interactionType } = interactionToNextPaint ?? {};
  return target && interactionType ? `${target} (${interactionType})` : target;
}
