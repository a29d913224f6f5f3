import { useSignal } from '@preact/signals';
import { deriveVisitList, LIST_METRICS, type VisitItem } from '../derive/visit-list.ts';
import { nameMetric, titleMetric } from '../derive/metric-words.ts';
import type { PanelModel } from '../model/panel-model.ts';
import type { ShownPage } from '../model/shown-page.ts';
import { STATUS_TONES, STATUS_WORDS } from '../derive/status.ts';
import { Chips } from './chips.tsx';
import { Icon, TONE_ICONS } from './icon.tsx';
import { moveFocus } from './move-focus.ts';
import { text } from '../text.ts';

const KEYS = ['ArrowUp', 'ArrowDown', 'Home', 'End'];

/** The loads of the page, newest first. Only one row is in the tab order; the arrow keys reach the others. */
export function Visits({ model, shown }: { readonly model: PanelModel; readonly shown: ShownPage }) {
  const items = deriveVisitList({
    visits: shown.visits,
    openVisit: model.page.tab.value?.visitId,
    now: Date.now(),
  });
  const current = useSignal<string | undefined>(undefined);
  const inOrder = items.some(({ visitId }) => visitId === current.value) ? current.value : items[0]?.visitId;
  return (
    <>
      <h1 class="visually-hidden">{text('tabVisits')}</h1>
      <table class="visits">
        <caption class="visually-hidden">{text('visitsCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('time')}</th>
            {LIST_METRICS.map((metric) => (
              <th key={metric} scope="col" class={`number ${metric}`} title={titleMetric(metric)}>
                {nameMetric(metric)}
              </th>
            ))}
            <th scope="col">{text('verdict')}</th>
          </tr>
        </thead>
        <tbody onKeyDown={(event) => void moveFocus(event, KEYS)}>
          {items.map((item) => (
            <VisitRow
              key={item.visitId}
              item={item}
              inOrder={item.visitId === inOrder}
              onFocus={() => (current.value = item.visitId)}
              onOpen={() => model.explain({ visitId: item.visitId })}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

interface VisitRowProps {
  readonly item: VisitItem;
  readonly inOrder: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
}

function VisitRow({ item, inOrder, onFocus, onOpen }: VisitRowProps) {
  return (
    <tr>
      <th scope="row">
        <div class="visit-head">
          <button
            type="button"
            class="row-open"
            data-item={item.visitId}
            tabIndex={inOrder ? 0 : -1}
            onFocus={onFocus}
            onClick={onOpen}
          >
            {item.moment}
            <span class="visually-hidden">{text('explainSuffix')}</span>
          </button>
          <span class="muted">{item.cohort}</span>
          <Chips flags={item.flags} />
        </div>
      </th>
      {item.cells.map(({ metric, value, status }) => (
        <td key={metric} class={`number ${metric} ${STATUS_TONES[status]}`}>
          {STATUS_TONES[status] === 'bad' && (
            <span class="visually-hidden">{text(STATUS_WORDS[status])} </span>
          )}
          {value}
        </td>
      ))}
      <td>
        <span class={`state ${item.mark.tone}`}>
          <Icon name={item.mark.isOver ? 'over' : TONE_ICONS[item.mark.tone]} />
          {item.mark.text}
          {item.mark.more && <span class="mark-more">· {item.mark.more}</span>}
        </span>
      </td>
    </tr>
  );
}
