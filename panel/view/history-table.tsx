import { useSignal } from '@preact/signals';
import type { History } from '../derive/history.ts';
import { StatusMark } from './status-mark.tsx';

/** The same as the chart, newest first; its rows are made when it is opened. */
export function HistoryTable({ history, label }: { readonly history: History; readonly label: string }) {
  const open = useSignal(false);
  return (
    <details class="as-table" onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>As a table</summary>
      {open.value && (
        <table class="history-table">
          <thead>
            <tr>
              <th scope="col">Load</th>
              <th scope="col" class="number">
                {label}
              </th>
              <th scope="col" class="number">
                Baseline
              </th>
              <th scope="col">Verdict</th>
              <th scope="col">What happened</th>
            </tr>
          </thead>
          <tbody>
            {history.points.toReversed().map(({ visitId, moment, value, baseline, status, notes }) => (
              <tr key={visitId}>
                <th scope="row">{moment}</th>
                <td class="number">{value}</td>
                <td class="number">{baseline ?? '–'}</td>
                <td>
                  <StatusMark status={status} />
                </td>
                <td>{notes.join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}
