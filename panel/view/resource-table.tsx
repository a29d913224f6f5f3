import { type Signal, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { ResourceDiff } from '../../src/domain/cause.ts';
import type { InspectedTab } from '../connection/inspected-tab.ts';
import { filterResources, NO_FILTER, type ResourceFilter } from '../derive/resource-filter.ts';
import { deriveResourceRows } from '../derive/resource-rows.ts';
import type { Selection } from '../derive/selection.ts';
import { text, textOfCount } from '../text.ts';
import { ResourceFilters } from './resource-filters.tsx';
import { ResourceList } from './resource-list.tsx';

interface ResourceTableProps {
  readonly diff: ResourceDiff;
  /** The baseline recorded no resource at all. */
  readonly isBaselineEmpty: boolean;
  readonly selection: Signal<Selection | undefined>;
  readonly tab: InspectedTab;
}

/** What was added, removed, resized, retimed and renamed, with filters. */
export function ResourceTable({ diff, isBaselineEmpty, selection, tab }: ResourceTableProps) {
  const filter = useSignal<ResourceFilter>(NO_FILTER);
  const joined = useSignal(true);
  const isJoined = joined.value && filter.value.text === '';
  const all = useMemo(() => deriveResourceRows(diff, { joined: isJoined }), [diff, isJoined]);
  const rows = useMemo(() => filterResources(all, filter.value), [all, filter.value]);
  const isEmpty = Object.values(diff).every((changes: readonly unknown[]) => changes.length === 0);
  return (
    <section class="card resources" aria-labelledby="resources">
      <div class="card-head">
        <h2 id="resources">{text('resourcesChanged')}</h2>
        {!isEmpty && (
          <span class="muted" role="status">
            {textOfCount('rows', rows.length)}
          </span>
        )}
      </div>
      {isBaselineEmpty && <p class="muted">{text('baselineEmpty')}</p>}
      {isEmpty ? (
        <p class="muted">{text('noneChanged')}</p>
      ) : (
        <ResourceFilters diff={diff} rows={all} filter={filter} joined={joined} />
      )}
      {!isEmpty && rows.length === 0 && <p class="muted">{text('noneFits')}</p>}
      {rows.length > 0 && <ResourceList rows={rows} selection={selection} tab={tab} />}
    </section>
  );
}
