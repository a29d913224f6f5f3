import { useSignal } from '@preact/signals';
import type { Budget } from '../../src/domain/budget.ts';
import type { VisitRow } from '../../src/store/schema.ts';
import { deriveBudgetList } from '../derive/budget-list.ts';
import { nameBudget } from '../derive/budget-presets.ts';
import type { PanelModel } from '../model/panel-model.ts';
import { BudgetCard } from './budget-card.tsx';
import { BudgetEditor } from './budget-editor.tsx';
import { BudgetFileButtons, BudgetFileReviewCard } from './budget-files.tsx';
import { BudgetSuggestions } from './budget-suggestions.tsx';
import { Icon } from './icon.tsx';
import { text } from '../text.ts';

interface BudgetsProps {
  readonly model: PanelModel;
  /** Loads of the page that is shown, oldest first; none while no page is. */
  readonly visits: readonly VisitRow[];
}

export function Budgets({ model, visits }: BudgetsProps) {
  const latest = visits.at(-1);
  const budgets = model.budgets.budgets.value;
  const added = useSignal<Budget | undefined>(undefined);
  const edited = useSignal<string | undefined>(undefined);
  const items = new Map(deriveBudgetList(budgets, latest).map((item) => [item.id, item]));
  const shown = added.value ? [...budgets, added.value] : budgets;
  const close = (): void => {
    added.value = undefined;
    edited.value = undefined;
  };
  const save = async (budget: Budget): Promise<void> => {
    await model.budgets.save(budget);
    close();
  };
  return (
    <div class="budgets">
      <div class="card-head">
        <h1>{text('tabBudgets')}</h1>
        <button
          type="button"
          class="button"
          disabled={added.value !== undefined}
          onClick={() => {
            added.value = newBudget(latest);
            edited.value = added.value.id;
          }}
        >
          <Icon name="plus" />
          {text('addBudget')}
        </button>
        <BudgetFileButtons files={model.budgets.files} hasBudgets={budgets.length > 0} />
      </div>
      <BudgetFileReviewCard files={model.budgets.files} />
      <BudgetSuggestions model={model} />
      <p class="muted">{text('laterCounts')}</p>
      {shown.map((budget) => {
        const item = items.get(budget.id);
        return (
          <section key={budget.id} class="card budget" aria-label={nameBudget(budget)}>
            {edited.value === budget.id ? (
              <BudgetEditor
                budget={budget}
                latest={latest}
                visits={visits}
                pages={model.page.pages.value}
                onSave={save}
                onCancel={close}
              />
            ) : (
              <BudgetCard
                budget={budget}
                item={item}
                latest={latest}
                onEdit={() => (edited.value = budget.id)}
                onDelete={() => model.notices.guard(model.budgets.remove(budget))}
              />
            )}
          </section>
        );
      })}
      {shown.length === 0 && <p class="muted">{text('noBudget')}</p>}
    </div>
  );
}

function newBudget(latest: VisitRow | undefined): Budget {
  const pattern = latest ? new URL(latest.snapshot.url).pathname : '*';
  return {
    id: crypto.randomUUID(),
    name: latest ? text('budgetFor', pattern) : text('newBudget'),
    pattern,
    limits: [],
  };
}
