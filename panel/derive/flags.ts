import { isGuessedNavigation } from '../../src/domain/cohort.ts';
import type { JudgedVisit } from '../../src/domain/select-baseline.ts';
import { formatPlural } from '../format.ts';
import type { Tone } from './status.ts';
import { describeCohort, EXCLUSION_WORDS } from './words.ts';

/** A fact about a load that changes what its numbers mean. */
export interface Flag {
  readonly key: string;
  readonly label: string;
  readonly why: string;
  readonly tone: Tone;
}

/**
 * The cohort and the reservations of one load. `open` says that the page is still on the screen: then its last values
 * are on their way, otherwise they never came.
 */
export function deriveFlags({ snapshot, judgement }: JudgedVisit, open: boolean): Flag[] {
  const cohort: Flag = {
    key: 'cohort',
    label: describeCohort(judgement.cohort),
    why: 'Only loads of the same kind are compared with each other.',
    tone: 'quiet',
  };
  const excluded = judgement.excluded.map(
    (reason): Flag => ({ key: reason, ...EXCLUSION_WORDS[reason], tone: 'warn' }),
  );
  return [
    cohort,
    ...excluded,
    ...(isGuessedNavigation(snapshot) ? [GUESSED] : []),
    ...finalityOf(snapshot.stage === 'final', open),
    ...lossesOf(snapshot.dropped),
  ];
}

const GUESSED: Flag = {
  key: 'guessed',
  label: 'Guessed navigation',
  why: 'This browser does not report soft navigations: this one was taken from the history. It begins when the address changed, and has no paints of its own.',
  tone: 'warn',
};

/** Loads among the recent ones that do not enter statistics, by reason: "2 hidden tab, 1 mixed cache". */
export function summarizeExclusions(visits: readonly JudgedVisit[]): string | undefined {
  const excluded = visits.filter(({ judgement }) => judgement.excluded.length > 0);
  if (excluded.length === 0) return undefined;
  const counts = new Map<string, number>();
  for (const { judgement } of excluded) {
    const [reason] = judgement.excluded;
    const label = reason ? EXCLUSION_WORDS[reason].label.toLowerCase() : 'other';
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const reasons = [...counts].map(([label, count]) => `${count} ${label}`).join(', ');
  return `${excluded.length} of the last ${formatPlural(visits.length, 'load')} not counted: ${reasons}.`;
}

function finalityOf(final: boolean, open: boolean): Flag[] {
  if (final) return [];
  return [
    open
      ? {
          key: 'open',
          label: 'Still open',
          why: 'CLS and INP may still grow until the page is left.',
          tone: 'wait',
        }
      : {
          key: 'not-final',
          label: 'Not final',
          why: 'The last values of this load never arrived; CLS and INP may be too low.',
          tone: 'warn',
        },
  ];
}

function lossesOf(dropped: JudgedVisit['snapshot']['dropped']): Flag[] {
  const lost = Object.values(dropped).reduce<number>((sum, count) => sum + (count ?? 0), 0);
  if (lost === 0) return [];
  return [
    {
      key: 'partial',
      label: 'Partial detail',
      why: `${formatPlural(lost, 'entry', 'entries')} of this load exceeded a bound and were counted, not kept.`,
      tone: 'warn',
    },
  ];
}
