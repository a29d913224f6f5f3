import { useSignal } from '@preact/signals';
import {
  deriveRequestRows,
  PROVENANCE_WORDS,
  type RequestRow,
  summarizeRequests,
} from '../derive/request-rows.ts';
import { describeSelfCost } from '../derive/self-cost.ts';
import type { VisitRow } from '../../src/store/schema.ts';
import { formatCount } from '../format.ts';
import { text } from '../text.ts';
import { TableHead } from './table-head.tsx';

/** Rows drawn at once: a page may have ten thousand requests. */
const PAGE_ROWS = 50;

/** Every request of one load with where its numbers come from, and what measuring it has cost. */
export function LoadDetails({ visit }: { readonly visit: VisitRow }) {
  const most = useSignal(PAGE_ROWS);
  const { length } = visit.snapshot.resources;
  return (
    <div class="load-details">
      <p class="muted">{summarizeRequests(visit.snapshot)}</p>
      <table class="request-list">
        <caption class="visually-hidden">{text('requestsInOrder')}</caption>
        <TableHead first={text('request')} numbers={[text('size'), text('start'), text('duration')]} />
        <tbody>
          {deriveRequestRows(visit.snapshot, most.value).map((row) => (
            <Request key={row.key} row={row} />
          ))}
        </tbody>
      </table>
      {length > most.value && (
        <button type="button" class="button quiet" onClick={() => (most.value += PAGE_ROWS)}>
          {text('showMore', formatCount(length - most.value))}
        </button>
      )}
      <p class="muted">{describeSelfCost(visit)}</p>
    </div>
  );
}

function Request({ row }: { readonly row: RequestRow }) {
  const { url, name, type, delivery, failed, marks, size, provenance, start, duration, phases } = row;
  return (
    <tr>
      <th scope="row" title={url}>
        <span class="path">
          <bdi>{name}</bdi>
        </span>
        <span class="request-notes">
          {failed && <strong class="bad">{failed} · </strong>}
          {[type, delivery, ...marks].join(' · ')}
        </span>
      </th>
      <td class="number">
        {size}
        <span class="request-notes">{text(PROVENANCE_WORDS[provenance])}</span>
      </td>
      <td class="number">{start}</td>
      <td class="number" title={phases}>
        {duration}
        <span class="request-notes">{phases}</span>
      </td>
    </tr>
  );
}
