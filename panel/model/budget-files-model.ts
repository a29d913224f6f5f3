import { type ReadonlySignal, signal } from '@preact/signals';
import type { Budget } from '../../src/domain/budget.ts';
import type { BudgetFormat } from '../../src/domain/formats/budget-format.ts';
import type { Phrase } from '../../src/domain/words/phrase.ts';
import { request } from '../../src/protocol/channel.ts';
import { saveFile } from '../connection/save-file.ts';
import { type BudgetImportPlan, FORMAT_FILES, planBudgetImport } from '../derive/budget-files.ts';
import { text, textOfCount } from '../text.ts';
import type { NoticeModel } from './notice-model.ts';

/** What the user is to know of a file: an import that waits for a yes, or what an export could not say. */
export type BudgetFileReview =
  | ({ readonly kind: 'import' } & BudgetImportPlan)
  | { readonly kind: 'export'; readonly summary: string; readonly lost: readonly Phrase[] };

export interface BudgetFilesModel {
  readonly review: ReadonlySignal<BudgetFileReview | undefined>;
  /** Reads a file and puts what it would add under review; nothing is stored yet. */
  readonly take: (file: File) => void;
  readonly accept: (plan: BudgetImportPlan) => void;
  readonly save: (format: BudgetFormat) => void;
  readonly dismiss: () => void;
}

export function createBudgetFilesModel(
  budgets: ReadonlySignal<readonly Budget[]>,
  notices: NoticeModel,
): BudgetFilesModel {
  const review = signal<BudgetFileReview>();
  const undo = async (added: readonly Budget[]): Promise<void> => {
    for (const { id } of added) await request('deleteBudget', id);
    notices.dismiss();
  };
  const add = async ({ added }: BudgetImportPlan): Promise<void> => {
    for (const budget of added) await request('saveBudget', budget);
    review.value = undefined;
    notices.show({
      tone: 'good',
      text: textOfCount('addedBudgets', added.length),
      action: { label: text('undo'), run: () => notices.guard(undo(added)) },
    });
  };
  const read = async (file: File): Promise<void> => {
    review.value = undefined;
    const { readBudgetFile } = await import('./read-budget-file.ts');
    const translation = await readBudgetFile(file);
    const options = { fileName: file.name, createId: () => crypto.randomUUID() };
    review.value = { kind: 'import', ...planBudgetImport(translation, budgets.peek(), options) };
  };
  const write = async (format: BudgetFormat): Promise<void> => {
    const { serializeBudgets } = await import('../../src/domain/formats/budget-file.ts');
    const { value, lost } = serializeBudgets(budgets.peek(), format);
    const fileName = FORMAT_FILES[format];
    saveFile(fileName, value);
    const summary = text('savedFile', fileName);
    review.value = lost.length > 0 ? { kind: 'export', summary, lost } : undefined;
    if (lost.length === 0) notices.show({ tone: 'good', text: summary });
  };
  return {
    review,
    take: (file) => notices.guard(read(file)),
    accept: (plan) => notices.guard(add(plan)),
    save: (format) => notices.guard(write(format)),
    dismiss: () => void (review.value = undefined),
  };
}
