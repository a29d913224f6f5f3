import type { Budget } from '../../src/domain/budget.ts';
import type { VisitRow } from '../../src/store/schema.ts';
import { type BudgetItem, previewBudget } from '../derive/budget-list.ts';
import { nameBudget } from '../derive/budget-presets.ts';
import { formatCount } from '../format.ts';
import { BudgetLimits } from './budget-limits.tsx';
import { Icon } from './icon.tsx';
import { text } from '../text.ts';

interface BudgetCardProps {
  readonly budget: Budget;
  readonly item: BudgetItem | undefined;
  readonly latest: VisitRow | undefined;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

/** A budget as it stands: what it is for, whether the latest load keeps it, and every limit. */
export function BudgetCard({ budget, item, latest, onEdit, onDelete }: BudgetCardProps) {
  return (
    <>
      <div class="card-head">
        <h2>{nameBudget(budget)}</h2>
        <span class="scope">
          <bdi>{item?.scope}</bdi>
        </span>
        {latest && <BudgetState applies={item?.applies ?? false} broken={item?.broken ?? 0} />}
        <span class="card-tools">
          <button type="button" class="tool" onClick={onEdit}>
            <Icon name="edit" />
            {text('edit')}
          </button>
          <button
            type="button"
            class="tool"
            aria-label={text('deleteNamed', nameBudget(budget))}
            onClick={onDelete}
          >
            <Icon name="trash" />
          </button>
        </span>
      </div>
      <BudgetLimits budget={budget} results={previewBudget(budget, item?.applies ? latest : undefined)} />
    </>
  );
}

function BudgetState({ applies, broken }: { readonly applies: boolean; readonly broken: number }) {
  if (!applies) return <span class="state quiet">{text('notForPage')}</span>;
  return (
    <span class={`state ${broken > 0 ? 'bad' : 'good'}`}>
      <Icon name={broken > 0 ? 'over' : 'check'} />
      {broken > 0 ? text('overCount', formatCount(broken)) : text('holds')}
    </span>
  );
}
