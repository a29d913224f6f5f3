import type { Signal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import type { InspectedTab } from '../connection/inspected-tab.ts';
import { isResourceLit, selectResource, type Selection } from '../derive/selection.ts';
import type { WaterfallAxis } from '../derive/waterfall-axis.ts';
import type { ListedRow } from '../derive/waterfall-rows.ts';
import { useWindowList } from './use-window-list.ts';
import { WaterfallDetail } from './waterfall-detail.tsx';
import { WaterfallLines } from './waterfall-lines.tsx';
import { WaterfallRow } from './waterfall-row.tsx';
import { text } from '../text.ts';

/** Heights of a row in px; the style sheet takes them from here. */
const ROW = { wide: 24, narrow: 38 };

/** Beyond this height the list scrolls. */
const TALLEST = 400;

interface WaterfallListProps {
  readonly rows: readonly ListedRow[];
  readonly axis: WaterfallAxis;
  readonly isNarrow: boolean;
  readonly selection: Signal<Selection | undefined>;
  readonly tab: InspectedTab;
}

export function WaterfallList({ rows, axis, isNarrow, selection, tab }: WaterfallListProps) {
  const rowHeight = isNarrow ? ROW.narrow : ROW.wide;
  const lit = selection.value;
  const list = useWindowList({
    keys: rows.map(({ key }) => key),
    rowHeight,
    onChoose(key) {
      const row = rows.find((each) => each.key === key);
      if (!row) return;
      selection.value = isLitAlone(row, lit) ? undefined : selectResource(row.resource);
    },
  });
  useLayoutEffect(() => {
    const index = rows.findIndex(({ resource }) => isResourceLit(resource, lit));
    if (index >= 0) list.reveal(index);
  }, [lit]);
  const { first, end } = list.window;
  const cursor = rows.find(({ key }) => key === list.cursor.value);
  const isDrawn = rows.slice(first, end).some((row) => row === cursor);
  return (
    <>
      <div
        class="wf-list"
        role="listbox"
        aria-label={text('resourcesOfBoth')}
        tabIndex={0}
        aria-activedescendant={isDrawn && cursor ? `wf-${cursor.key}` : undefined}
        ref={list.ref}
        style={{ maxHeight: `min(${TALLEST}px, 70vh)` }}
        onScroll={list.onScroll}
        onKeyDown={list.onKeyDown}
      >
        <div class="wf-rows" role="presentation" style={{ height: `${rows.length * rowHeight}px` }}>
          <WaterfallLines axis={axis} />
          {rows.slice(first, end).map((row, index) => (
            <WaterfallRow
              key={row.key}
              row={row}
              place={first + index}
              count={rows.length}
              height={rowHeight}
              end={axis.end}
              isLit={isResourceLit(row.resource, lit)}
              isCurrent={row.key === cursor?.key}
              onChoose={() => list.choose(row.key)}
            />
          ))}
        </div>
      </div>
      <WaterfallDetail row={cursor} tab={tab} />
    </>
  );
}

/** The row itself was chosen, not a cause that it belongs to. */
function isLitAlone({ resource }: ListedRow, selection: Selection | undefined): boolean {
  return selection?.cause === undefined && isResourceLit(resource, selection);
}
