import { useSignal } from '@preact/signals';
import type { ResourceDiff } from '../../src/domain/cause.ts';
import {
  type Change,
  CHANGES,
  countChanges,
  deriveResourceRows,
  type ResourceRow,
  type Transition,
} from '../derive/resource-rows.ts';
import { formatCount } from '../format.ts';

/** Rows drawn at once; a redesigned page changes hundreds of resources and nobody reads past these unasked. */
const PAGE_ROWS = 50;

const CHANGE_WORDS: Readonly<Record<Change, string>> = {
  added: 'Added',
  removed: 'Removed',
  resized: 'Resized',
  retimed: 'Retimed',
  renamed: 'Renamed',
};

export function ResourceTable({ diff }: { readonly diff: ResourceDiff }) {
  const filter = useSignal<Change | 'all'>('all');
  const most = useSignal(PAGE_ROWS);
  const all = deriveResourceRows(diff);
  const rows = all.filter(({ changes }) => filter.value === 'all' || changes.includes(filter.value));
  const counts = countChanges(diff);
  const offered = CHANGES.filter((change) => counts[change] > 0);
  return (
    <section class="card resources" aria-labelledby="resources">
      <div class="card-head">
        <h2 id="resources">Resources that changed</h2>
        {offered.length > 1 && (
          <fieldset class="filters">
            <legend class="visually-hidden">Kind of change</legend>
            {(['all', ...offered] as const).map((change) => (
              <label key={change}>
                <input
                  type="radio"
                  name="change"
                  checked={filter.value === change}
                  onChange={() => (filter.value = change)}
                />
                {change === 'all'
                  ? `All ${formatCount(all.length)}`
                  : `${CHANGE_WORDS[change]} ${formatCount(counts[change])}`}
              </label>
            ))}
          </fieldset>
        )}
      </div>
      {rows.length === 0 ? (
        <p class="muted">None: both loads fetched the same, within noise.</p>
      ) : (
        <Rows rows={rows.slice(0, most.value)} />
      )}
      {rows.length > most.value && (
        <button type="button" class="button quiet" onClick={() => (most.value += PAGE_ROWS)}>
          Show more ({formatCount(rows.length - most.value)})
        </button>
      )}
    </section>
  );
}

function Rows({ rows }: { readonly rows: readonly ResourceRow[] }) {
  return (
    <table class="resource-rows">
      <thead>
        <tr>
          <th scope="col" class="wide">
            Change
          </th>
          <th scope="col">Resource</th>
          <th scope="col" class="wide">
            Type
          </th>
          <th scope="col" class="number">
            Size
          </th>
          <th scope="col" class="number">
            Duration
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <td class="wide">
              <Changes row={row} />
            </td>
            <th scope="row" title={row.url}>
              <span class="narrow">
                <Changes row={row} />
              </span>
              <span class="path">
                <bdi>{row.name}</bdi>
              </span>
              {row.previousName && (
                <span class="path muted">
                  was <bdi>{row.previousName}</bdi>
                </span>
              )}
              <Marks row={row} />
            </th>
            <td class="wide">{row.type}</td>
            <Moved transition={row.size} />
            <Moved transition={row.duration} note={row.phase} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Changes({ row }: { readonly row: ResourceRow }) {
  return (
    <>
      {row.changes.map((change) => (
        <span key={change} class={`change ${change}`}>
          {CHANGE_WORDS[change]}
        </span>
      ))}
    </>
  );
}

function Marks({ row }: { readonly row: ResourceRow }) {
  const marks = [row.renderBlocking && 'render-blocking', row.thirdParty && 'third party'].filter(Boolean);
  return marks.length > 0 ? <span class="marks">{marks.join(' · ')}</span> : null;
}

function Moved({
  transition,
  note,
}: {
  readonly transition: Transition;
  readonly note?: string | undefined;
}) {
  const { before, after, delta, worse } = transition;
  const text =
    before !== undefined && after !== undefined ? `${before} → ${after}` : (after ?? before ?? 'hidden');
  return (
    <td class="number">
      {delta && delta !== 'no change' ? <strong class={worse ? 'bad' : 'good'}>{delta}</strong> : null}
      <span class="from-to">{text}</span>
      {note && <span class="marks">{note}</span>}
    </td>
  );
}
