import { useSignal } from '@preact/signals';
import type { History } from '../derive/history.ts';
import { SpacerRow } from './spacer-row.tsx';
import { StatusMark } from './status-mark.tsx';
import { TableHead } from './table-head.tsx';
import { useMadeRows } from './use-made-rows.ts';
import { useWindowList } from './use-window-list.ts';
import { text } from '../text.ts';

/** Heights in px; the style sheet takes that of a row from here. */
const ROW = 24;
const HEAD = 24;
const TALLEST = 480;

/** The same as the chart, newest first; its rows are made when it is opened. */
export function HistoryTable({ history, label }: { readonly history: History; readonly label: string }) {
  const open = useSignal(false);
  return (
    <details class="as-table" onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>{text('asTable')}</summary>
      {open.value && <Rows history={history} label={label} />}
    </details>
  );
}

/** Only the rows in sight exist; two empty rows take the place of the others. */
function Rows({ history, label }: { readonly history: History; readonly label: string }) {
  const points = history.points.toReversed();
  const list = useWindowList({
    keys: points.map(({ visitId }) => visitId),
    rowHeight: ROW,
    headHeight: HEAD,
  });
  const drawn = useMadeRows();
  const { first, end } = list.window;
  return (
    <div
      class="table-scroll"
      ref={list.ref}
      tabIndex={0}
      role="region"
      aria-label={text('loadsTitle')}
      style={{ maxHeight: `min(${TALLEST}px, 70vh)` }}
      onScroll={list.onScroll}
    >
      <table class="history-table" aria-rowcount={points.length + 1}>
        <TableHead
          first={text('time')}
          numbers={[label, text('baseline')]}
          words={[text('verdict'), text('whatHappened')]}
          height={HEAD}
        />
        <tbody>
          <SpacerRow height={first * ROW} />
          {points.slice(first, end).map((point, index) => {
            const place = first + index;
            return drawn(point, String(place), () => (
              <HistoryRow key={point.visitId} point={point} place={place} />
            ));
          })}
          <SpacerRow height={(points.length - end) * ROW} />
        </tbody>
      </table>
    </div>
  );
}

function HistoryRow({ point, place }: { readonly point: History['points'][number]; readonly place: number }) {
  const { moment, value, baseline, status, notes } = point;
  return (
    <tr aria-rowindex={place + 2} style={{ height: `${ROW}px` }}>
      <th scope="row">{moment}</th>
      <td class="number">{value}</td>
      <td class="number">{baseline ?? '–'}</td>
      <td>
        <StatusMark status={status} />
      </td>
      <td>
        {notes.length > 0 && (
          <span class="cut" title={notes.join(', ')}>
            {notes.join(', ')}
          </span>
        )}
      </td>
    </tr>
  );
}
