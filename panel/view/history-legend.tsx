import { type History, type HistoryMark, MARK_KINDS } from '../derive/history.ts';

const MARK_WORDS: Readonly<Record<HistoryMark['kind'], string>> = {
  build: 'New build',
  change: 'Change began',
  regression: 'Regression opened',
  resolved: 'Regression resolved',
  baseline: 'Baseline changed',
};

/** Only what is drawn is explained. */
export function HistoryLegend({ history }: { readonly history: History }) {
  const { baseline, band, budget, first, marks, points, beginsAtZero } = history;
  const entries = [
    { kind: 'hollow', text: 'Not judged', shown: points.some(({ status }) => status === 'not-judged') },
    { kind: 'level', text: 'Baseline', shown: baseline !== '' },
    { kind: 'band', text: 'Smaller changes are not seen', shown: band !== '' },
    { kind: 'first', text: 'First baseline', shown: first !== '' },
    { kind: 'budget', text: 'Budget', shown: budget !== '' },
    ...MARK_KINDS.map((kind) => ({
      kind,
      text: MARK_WORDS[kind],
      shown: marks.some((mark) => mark.kind === kind),
    })),
  ].filter(({ shown }) => shown);
  return (
    <ul class="history-legend" aria-label="Legend">
      {entries.map(({ kind, text }) => (
        <li key={kind}>
          <span class={`swatch ${kind}`} />
          {text}
        </li>
      ))}
      {!beginsAtZero && <li>The axis does not begin at zero.</li>}
    </ul>
  );
}
