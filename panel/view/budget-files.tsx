import { useEffect, useRef } from 'preact/hooks';
import { BUDGET_FORMATS } from '../../src/domain/formats/budget-format.ts';
import { nameFormat } from '../derive/budget-files.ts';
import type { BudgetFilesModel } from '../model/budget-files-model.ts';
import { formatCount } from '../format.ts';
import { Icon } from './icon.tsx';
import { say } from '../say.ts';
import { text } from '../text.ts';

interface FilesProps {
  readonly files: BudgetFilesModel;
}

/** Budgets out to and in from the files of other tools. */
export function BudgetFileButtons({ files, hasBudgets }: FilesProps & { readonly hasBudgets: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  const popover = useRef<HTMLDivElement>(null);
  return (
    <>
      <button type="button" class="button" onClick={() => input.current?.click()}>
        <Icon name="open" />
        {text('importMore')}
      </button>
      <input
        ref={input}
        class="visually-hidden"
        type="file"
        accept=".json,application/json"
        tabIndex={-1}
        aria-label={text('budgetFile')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) files.take(file);
        }}
      />
      <button
        type="button"
        class="button"
        popovertarget="budget-export"
        aria-haspopup="true"
        disabled={!hasBudgets}
      >
        <Icon name="save" />
        {text('export')}
      </button>
      <div id="budget-export" class="menu" popover="auto" ref={popover}>
        {BUDGET_FORMATS.map((format) => (
          <button
            key={format}
            type="button"
            class="menu-item"
            onClick={() => {
              popover.current?.hidePopover();
              files.save(format);
            }}
          >
            <Icon name="save" />
            {nameFormat(format)}
          </button>
        ))}
      </div>
    </>
  );
}

/** What a file would add, to be accepted; and what could not be carried over, in or out. */
export function BudgetFileReviewCard({ files }: FilesProps) {
  const review = files.review.value;
  const card = useRef<HTMLElement>(null);
  useEffect(() => card.current?.focus(), [review]);
  if (!review) return null;
  const isImport = review.kind === 'import';
  return (
    <section
      ref={card}
      class="card file-review"
      tabIndex={-1}
      aria-label={text(isImport ? 'importBudgets' : 'exportedBudgets')}
    >
      <p>{review.summary}</p>
      {review.lost.length > 0 && (
        <details open={review.lost.length <= 5}>
          <summary>{text('notCarried', formatCount(review.lost.length))}</summary>
          <ul>
            {review.lost.map(say).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
      <div class="editor-buttons">
        {isImport && review.added.length > 0 && (
          <button type="button" class="button primary" onClick={() => files.accept(review)}>
            {text('add')}
          </button>
        )}
        <button type="button" class="button" onClick={files.dismiss}>
          {text(isImport && review.added.length > 0 ? 'cancel' : 'close')}
        </button>
      </div>
    </section>
  );
}
