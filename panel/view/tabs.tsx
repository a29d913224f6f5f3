import type { Signal } from '@preact/signals';
import { SCREENS, type ScreenName } from '../model/panel-model.ts';
import { moveFocus } from './move-focus.ts';
import { type MessageKey, text } from '../text.ts';

const TITLES: Readonly<Record<ScreenName, MessageKey>> = {
  overview: 'tabOverview',
  why: 'tabWhy',
  history: 'tabHistory',
  visits: 'tabVisits',
  budgets: 'tabBudgets',
  pages: 'tabPages',
};

const KEYS = ['ArrowLeft', 'ArrowRight', 'Home', 'End'];

export function Tabs({ screen }: { readonly screen: Signal<ScreenName> }) {
  const onKeyDown = (event: KeyboardEvent): void => {
    const name = moveFocus(event, KEYS)?.dataset['item'];
    if (name) screen.value = name as ScreenName;
  };
  return (
    <div class="tabs" role="tablist" aria-label={text('screens')} onKeyDown={onKeyDown}>
      {SCREENS.map((name) => (
        <button
          key={name}
          id={`tab-${name}`}
          type="button"
          role="tab"
          data-item={name}
          aria-selected={screen.value === name}
          aria-controls="screen"
          tabIndex={screen.value === name ? 0 : -1}
          onClick={() => (screen.value = name)}
        >
          {text(TITLES[name])}
        </button>
      ))}
    </div>
  );
}
