import { type History, type HistoryMark, MARK_KINDS } from '../derive/history.ts';
import { type MessageKey, text } from '../text.ts';

const MARK_WORDS: Readonly<Record<HistoryMark['kind'], MessageKey>> = {
  build: 'markBuild',
  change: 'markChange',
  regression: 'markRegression',
  resolved: 'markResolved',
  baseline: 'markBaseline',
};

interface LegendEntry {
  readonly kind: string;
  readonly label: MessageKey;
  readonly shown: boolean;
}

/** Only what is drawn is explained. */
export function HistoryLegend({ history }: { readonly history: History }) {
  const { baseline, band, budget, first, marks, points, beginsAtZero } = history;
  const entries: readonly LegendEntry[] = [
    {
      kind: 'hollow',
      label: 'statusNotJudged',
      shown: points.some(({ status }) => status === 'not-judged'),
    },
    { kind: 'level', label: 'baseline', shown: baseline !== '' },
    { kind: 'band', label: 'bandHint', shown: band !== '' },
    { kind: 'first', label: 'firstBaseline', shown: first !== '' },
    { kind: 'budget', label: 'budgetLine', shown: budget !== '' },
    ...MARK_KINDS.map((kind) => ({
      kind,
      label: MARK_WORDS[kind],
      shown: marks.some((mark) => mark.kind === kind),
    })),
  ];
  return (
    <ul class="history-legend" aria-label={text('legend')}>
      {entries
        .filter(({ shown }) => shown)
        .map(({ kind, label }) => (
          <li key={kind}>
            <span class={`swatch ${kind}`} />
            {text(label)}
          </li>
        ))}
      {!beginsAtZero && <li>{text('axisNotZero')}</li>}
    </ul>
  );
}
