import type { Signal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import type { InspectedTab } from '../connection/inspected-tab.ts';
import type { ResourceRow as Row } from '../derive/resource-rows.ts';
import { isResourceLit, selectResource, type Selection } from '../derive/selection.ts';
import { ResourceRow } from './resource-row.tsx';
import { SpacerRow } from './spacer-row.tsx';
import { TableHead } from './table-head.tsx';
import { useMadeRows } from './use-made-rows.ts';
import { useWindowList } from './use-window-list.ts';
import { text } from '../text.ts';

/** Heights in px; the style sheet takes that of a row from here. */
const ROW = 40;
const HEAD = 20;
const TALLEST = 520;

interface ResourceListProps {
  readonly rows: readonly Row[];
  readonly selection: Signal<Selection | undefined>;
  readonly tab: InspectedTab;
}

/** A table of which only the rows in sight exist; two empty rows take the place of the others. */
export function ResourceList({ rows, selection, tab }: ResourceListProps) {
  const lit = selection.value;
  const list = useWindowList({
    keys: rows.map(({ key }) => key),
    rowHeight: ROW,
    headHeight: HEAD,
    onChoose(key) {
      const row = rows.find((each) => each.key === key);
      if (!row) return;
      const now = selection.peek();
      const isLit = now?.cause === undefined && isResourceLit(row.resource, now);
      selection.value = isLit ? undefined : selectResource(row.resource);
    },
  });
  const drawn = useMadeRows();
  const { first, end } = list.window;
  const cursor = rows.findIndex(({ key }) => key === list.cursor.value);
  useLayoutEffect(() => {
    const index = rows.findIndex(({ resource }) => isResourceLit(resource, lit));
    if (index >= 0) list.reveal(index);
  }, [lit]);
  return (
    <div
      class="table-scroll"
      ref={list.ref}
      style={{ maxHeight: `min(${TALLEST}px, 80vh)` }}
      onScroll={list.onScroll}
    >
      <table
        class="resource-rows"
        role="grid"
        aria-labelledby="resources"
        aria-rowcount={rows.length + 1}
        aria-activedescendant={cursor >= first && cursor < end ? `res-${cursor}` : undefined}
        tabIndex={0}
        onKeyDown={list.onKeyDown}
      >
        <TableHead first={text('resource')} numbers={[text('size'), text('duration')]} height={HEAD} />
        <tbody>
          <SpacerRow height={first * ROW} />
          {rows.slice(first, end).map((row, index) => {
            const place = first + index;
            const isLit = isResourceLit(row.resource, lit);
            const isCurrent = place === cursor;
            return drawn(row, `${place} ${isLit} ${isCurrent}`, () => (
              <ResourceRow
                key={row.key}
                row={row}
                place={place}
                height={ROW}
                isLit={isLit}
                isCurrent={isCurrent}
                tab={tab}
                onChoose={() => list.choose(row.key)}
              />
            ));
          })}
          <SpacerRow height={(rows.length - end) * ROW} />
        </tbody>
      </table>
    </div>
  );
}
