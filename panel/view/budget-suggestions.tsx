import { applySuggestions, deriveSuggestions, type Suggestion } from '../derive/budget-suggestions.ts';
import { listPresets } from '../derive/budget-presets.ts';
import type { PanelModel } from '../model/panel-model.ts';
import { readShownPage } from '../model/shown-page.ts';
import { Icon } from './icon.tsx';
import { text } from '../text.ts';

/** Where limits come from for who has none in mind: presets for every page, and this page's own loads. */
export function BudgetSuggestions({ model }: { readonly model: PanelModel }) {
  return (
    <section class="card suggestions" aria-labelledby="suggestions">
      <h2 id="suggestions">{text('suggestedLimits')}</h2>
      <Presets model={model} />
      <OwnLoads model={model} />
    </section>
  );
}

function Presets({ model }: { readonly model: PanelModel }) {
  return (
    <div class="presets" role="group" aria-label={text('presetsLabel')}>
      <span>{text('forEveryPage')}</span>
      {listPresets(model.budgets.budgets.value).map(({ label, why, isUsed, budget }) => (
        <button
          key={label}
          type="button"
          class="button"
          title={why}
          aria-pressed={isUsed}
          disabled={isUsed}
          onClick={() => model.notices.guard(model.budgets.save(budget))}
        >
          {isUsed && <Icon name="check" />}
          {label}
        </button>
      ))}
    </div>
  );
}

function OwnLoads({ model }: { readonly model: PanelModel }) {
  const shown = readShownPage(model);
  if (!shown) return null;
  const budgets = model.budgets.budgets.value;
  const suggestions = deriveSuggestions(shown.cohort, budgets);
  const apply = (chosen: readonly Suggestion[]): void => {
    const place = { url: shown.latest.snapshot.url, newId: crypto.randomUUID() };
    model.notices.guard(model.budgets.save(applySuggestions(chosen, budgets, place)));
  };
  if (suggestions.length === 0) {
    return <p class="muted">{text('nothingToSuggest')}</p>;
  }
  return (
    <>
      <p>
        {text('fromOwnLoads')}{' '}
        <button type="button" class="button" onClick={() => apply(suggestions)}>
          {text('useAll')}
        </button>
      </p>
      <ul>
        {suggestions.map((suggestion) => (
          <li key={suggestion.metric}>
            <strong>{suggestion.label}</strong>
            <span class="muted">{suggestion.argument}</span>
            <button
              type="button"
              class="button"
              aria-label={text('actionFor', suggestion.action, suggestion.label)}
              onClick={() => apply([suggestion])}
            >
              {suggestion.action}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
