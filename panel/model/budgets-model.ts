import type { ReadonlySignal } from '@preact/signals';
import { computed } from '@preact/signals';
import type { Budget } from '../../src/domain/budget.ts';
import { request } from '../../src/protocol/channel.ts';
import { readBudgets } from '../../src/store/read.ts';
import { type BudgetFilesModel, createBudgetFilesModel } from './budget-files-model.ts';
import type { DatabaseModel } from './database-model.ts';
import { nameBudget } from '../derive/budget-presets.ts';
import { text } from '../text.ts';
import { liveRead } from './live-read.ts';
import type { NoticeModel } from './notice-model.ts';

export interface BudgetsModel {
  readonly budgets: ReadonlySignal<readonly Budget[]>;
  readonly save: (budget: Budget) => Promise<void>;
  readonly files: BudgetFilesModel;
  /** Deletes at once and offers to take it back; a budget brought back stands last. */
  readonly remove: (budget: Budget) => Promise<void>;
}

export function createBudgetsModel(
  database: DatabaseModel,
  changes: ReadonlySignal<number>,
  notices: NoticeModel,
): BudgetsModel {
  const stored = liveRead({ database, key: () => changes.value, read: readBudgets });
  const budgets = computed(() => stored.value ?? []);
  return {
    budgets,
    files: createBudgetFilesModel(budgets, notices),
    save: saveBudget,
    async remove(budget) {
      await request('deleteBudget', budget.id);
      notices.show({
        tone: 'quiet',
        text: text('deletedBudget', nameBudget(budget)),
        action: { label: text('undo'), run: () => notices.guard(saveBudget(budget).then(notices.dismiss)) },
      });
    },
  };
}

async function saveBudget(budget: Budget): Promise<void> {
  await request('saveBudget', budget);
}
