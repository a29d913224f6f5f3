import { isGuessedNavigation } from '../../src/domain/cohort.ts';
import type { JudgedVisit } from '../../src/domain/select-baseline.ts';
import { formatCount } from '../format.ts';
import { text, textOfCount } from '../text.ts';
import type { Tone } from './status.ts';
import { describeCohort, EXCLUSION_WORDS, inSentence } from './words.ts';

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
    why: text('flagCohortWhy'),
    tone: 'quiet',
  };
  const excluded = judgement.excluded.map((reason): Flag => {
    const { label, why } = EXCLUSION_WORDS[reason];
    return { key: reason, label: text(label), why: text(why), tone: 'warn' };
  });
  return [
    cohort,
    ...excluded,
    ...guessOf(isGuessedNavigation(snapshot)),
    ...finalityOf(snapshot.stage === 'final', open),
    ...lossesOf(snapshot.dropped),
  ];
}

function guessOf(guessed: boolean): Flag[] {
  if (!guessed) return [];
  return [{ key: 'guessed', label: text('flagGuessed'), why: text('flagGuessedWhy'), tone: 'warn' }];
}

/** Loads among the recent ones that do not enter statistics, by reason: "2 hidden tab, 1 mixed cache". */
export function summarizeExclusions(visits: readonly JudgedVisit[]): string | undefined {
  const excluded = visits.filter(({ judgement }) => judgement.excluded.length > 0);
  if (excluded.length === 0) return undefined;
  const counts = new Map<string, number>();
  for (const { judgement } of excluded) {
    const [reason] = judgement.excluded;
    if (!reason) continue;
    const label = inSentence(text(EXCLUSION_WORDS[reason].label));
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const reasons = [...counts]
    .map(([label, count]) => text('countOfReason', formatCount(count), label))
    .join(', ');
  return textOfCount('notCountedOf', visits.length, [
    formatCount(excluded.length),
    formatCount(visits.length),
    reasons,
  ]);
}

function finalityOf(final: boolean, open: boolean): Flag[] {
  if (final) return [];
  return [
    open
      ? { key: 'open', label: text('flagOpen'), why: text('flagOpenWhy'), tone: 'quiet' }
      : { key: 'not-final', label: text('flagNotFinal'), why: text('flagNotFinalWhy'), tone: 'warn' },
  ];
}

function lossesOf(dropped: JudgedVisit['snapshot']['dropped']): Flag[] {
  const lost = Object.values(dropped).reduce<number>((sum, count) => sum + (count ?? 0), 0);
  if (lost === 0) return [];
  return [
    {
      key: 'partial',
      label: text('flagPartial'),
      why: textOfCount('flagPartialWhy', lost),
      tone: 'warn',
    },
  ];
}
