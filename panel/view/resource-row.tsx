import type { ResourceType } from '../../src/domain/snapshot.ts';
import type { InspectedTab } from '../connection/inspected-tab.ts';
import type { ResourceRow as Row, Transition } from '../derive/resource-rows.ts';
import { CHANGE_WORDS, inSentence, RESOURCE_TYPE_WORDS } from '../derive/words.ts';
import { isChange } from '../format.ts';
import { text } from '../text.ts';
import { SourceLink } from './source-link.tsx';

/** What Sources can show of a page. */
const HAS_SOURCE: ReadonlySet<ResourceType> = new Set(['document', 'script', 'stylesheet']);

interface ResourceRowProps {
  readonly row: Row;
  /** Among all rows, from 0. */
  readonly place: number;
  readonly height: number;
  readonly isLit: boolean;
  /** The cursor is here. */
  readonly isCurrent: boolean;
  readonly tab: InspectedTab;
  readonly onChoose: () => void;
}

export function ResourceRow({ row, place, height, isLit, isCurrent, tab, onChoose }: ResourceRowProps) {
  const { changes, name, url, type, marks, size, duration, phase, isSum } = row;
  const isOpenable = HAS_SOURCE.has(type) && !isSum && !changes.includes('removed');
  return (
    <tr
      id={`res-${place}`}
      class={isCurrent ? 'current' : ''}
      aria-selected={isLit}
      aria-rowindex={place + 2}
      style={{ height: `${height}px` }}
      onClick={onChoose}
    >
      <th scope="row" title={isSum ? row.texts.filter(Boolean).join('\n') : url}>
        <div class="resource-name">
          {changes.map((change) => (
            <span key={change} class={`change ${change}`}>
              {text(CHANGE_WORDS[change])}
            </span>
          ))}
          <bdi class={isSum ? '' : 'path'}>{name}</bdi>
          {isOpenable && <SourceLink tab={tab} url={url} name={name} tabIndex={isCurrent ? 0 : -1} />}
        </div>
        <div class="resource-marks">
          {[inSentence(text(RESOURCE_TYPE_WORDS[type])), ...marks].map((mark) => (
            <span key={mark} class={mark === text('renderBlocking') ? 'warn' : ''}>
              {mark}
            </span>
          ))}
        </div>
      </th>
      <Moved transition={size} />
      <Moved transition={duration} note={phase} />
    </tr>
  );
}

function Moved({
  transition: { before, after, delta, worse },
  note,
}: {
  readonly transition: Transition;
  readonly note?: string | undefined;
}) {
  const isBoth = before !== undefined && after !== undefined;
  const whole = isBoth ? `${before} → ${after}` : (after ?? before ?? text('hiddenValue'));
  const isMoved = isChange(delta);
  const below = note ?? (isMoved ? whole : '');
  return (
    <td class="number" title={[whole, note].filter(Boolean).join('\n')}>
      {isMoved ? (
        <strong class={worse ? 'bad' : 'good'}>{delta}</strong>
      ) : (
        <span>{isBoth ? after : whole}</span>
      )}
      {below && <span class="from-to">{below}</span>}
    </td>
  );
}
