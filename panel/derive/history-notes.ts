import type { BaselineRow } from '../../src/domain/baseline.ts';
import type { HistoryInput, HistoryMark } from './history.ts';
import type { HistoryLoad } from './history-load.ts';
import { type MessageKey, text } from '../text.ts';

type Note = Omit<HistoryMark, 'x'>;

const BASELINE_MARKS: Readonly<Partial<Record<BaselineRow['why'], MessageKey>>> = {
  learnt: 'baselineLearnt',
  'learnt-lower': 'baselineLearntAnew',
  accept: 'baselineAccepted',
  reset: 'baselineReset',
  undo: 'baselineUndone',
};

/** What happened with each load, in their order. A build is new when it is not that of the last load that has one. */
export function listNotes(loads: readonly HistoryLoad[], input: HistoryInput): Note[][] {
  const verdicts = listVerdictNotes(loads, input);
  let known: string | undefined;
  return loads.map(({ visitId, build }) => {
    const isNew = build !== undefined && known !== undefined && build !== known;
    known = build ?? known;
    const baselines = input.changes.flatMap((change): Note[] => {
      const key = change.visitId === visitId ? BASELINE_MARKS[change.why] : undefined;
      return key === undefined ? [] : [{ kind: 'baseline', text: text(key) }];
    });
    return [
      ...(isNew ? [{ kind: 'build', text: text('markBuild') } as const] : []),
      ...(verdicts.get(visitId) ?? []),
      ...baselines,
    ];
  });
}

/**
 * Where a regression was confirmed and where it was resolved, and the load its change began with: that many judged loads
 * before as the rule says have shown it.
 */
function listVerdictNotes(
  loads: readonly HistoryLoad[],
  { events, metric }: HistoryInput,
): ReadonlyMap<string, readonly Note[]> {
  const notes = new Map<string, Note[]>();
  const add = (visitId: string, note: Note): void => {
    notes.set(visitId, [...(notes.get(visitId) ?? []), note]);
  };
  const judged = loads.filter(({ isJudged }) => isJudged).map(({ visitId }) => visitId);
  for (const { visitId, event } of events) {
    if (!('metric' in event) || event.metric !== metric) continue;
    if (event.type === 'regression-resolved') add(visitId, { kind: 'resolved', text: text('markResolved') });
    else {
      add(visitId, { kind: 'regression', text: text('markRegression') });
      const began = judged[judged.indexOf(visitId) - (event.verdict.current?.n ?? 1) + 1];
      if (began !== undefined && began !== visitId) add(began, { kind: 'change', text: text('markChange') });
    }
  }
  return notes;
}
