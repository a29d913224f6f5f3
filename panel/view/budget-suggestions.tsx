import { applySuggestions, deriveSuggestions, type Suggestion } from '../derive/budget-suggestions.ts';
import { listPresets } from '../derive/budget-presets.ts';
import type { PanelModel } from '../model/panel-model.ts';
import { readShownPage } from '../model/shown-page.ts';
import { Icon } from './icon.tsx';

/** Where limits come from for who has none in mind: presets for every page, and this page's own loads. */
export function BudgetSuggestions({ model }: { readonly model: PanelModel }) {
  return (
    <section class="card suggestions" aria-labelledby="suggestions">
      <h2 id="suggestions">Suggested limits</h2>
      <Presets model={model} />
      <OwnLoads model={model} />
    </section>
  );
}

function Presets({ model }: { readonly model: PanelModel }) {
  return (
    <div class="presets" role="group" aria-label="Presets for every page">
      <span>For every page:</span>
      {listPresets(model.budgets.budgets.value).map(({ text, why, isUsed, budget }) => (
        <button
          key={text}
          type="button"
          class="button"
          title={why}
          aria-pressed={isUsed}
          disabled={isUsed}
          onClick={() => model.notices.guard(model.budgets.save(budget))}
        >
          {isUsed && <Icon name="check" />}
          {text}
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
    return (
      <p class="muted">
        For this page: nothing to suggest. Ten loads of one kind speak for a limit, twenty for a tighter one.
      </p>
    );
  }
  return (
    <>
      <p>
        For this page, from its own loads:{' '}
        <button type="button" class="button" onClick={() => apply(suggestions)}>
          Use all
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
              aria-label={`${suggestion.action} for ${suggestion.label}`}
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
