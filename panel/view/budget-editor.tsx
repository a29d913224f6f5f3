import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Budget } from '../../src/domain/budget.ts';
import type { PageRow, VisitRow } from '../../src/store/schema.ts';
import {
  type BudgetDraft,
  type DraftError,
  draftOf,
  type LimitDraft,
  parseDraft,
} from '../derive/budget-draft.ts';
import { previewPattern } from '../derive/budget-pages.ts';
import { nextTarget } from '../derive/budget-targets.ts';
import { Icon } from './icon.tsx';
import { LimitEditor } from './limit-editor.tsx';

interface BudgetEditorProps {
  readonly budget: Budget;
  readonly latest: VisitRow | undefined;
  /** All that are stored, for showing which of them the pattern matches. */
  readonly pages: readonly PageRow[];
  readonly onSave: (budget: Budget) => Promise<void>;
  readonly onCancel: () => void;
}

export function BudgetEditor({ budget, latest, pages, onSave, onCancel }: BudgetEditorProps) {
  const draft = useSignal<BudgetDraft>(draftOf(budget));
  const error = useSignal<DraftError | undefined>(undefined);
  const change = (part: Partial<BudgetDraft>): void => {
    draft.value = { ...draft.value, ...part };
    error.value = undefined;
  };
  const changeLimits = (limits: readonly LimitDraft[]): void => change({ limits });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), [error.value]);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const result = parseDraft(draft.value);
    if (!result.ok) {
      error.value = result.error;
      return;
    }
    await onSave(result.budget).catch((reason: unknown) => {
      error.value = { field: 'limits', message: reason instanceof Error ? reason.message : String(reason) };
    });
  };
  const { name, pattern, limits } = draft.value;
  return (
    <form
      ref={form}
      class="editor"
      noValidate
      aria-label={`Edit ${budget.name}`}
      onSubmit={(event) => void submit(event)}
    >
      <TextField
        label="Name"
        value={name}
        error={errorOf(error.value, 'name')}
        onInput={(value) => change({ name: value })}
      />
      <TextField
        label="Pages"
        hint="* for every page, a path such as /shop/*, or a full URL pattern"
        preview={previewPattern(pattern, pages)}
        value={pattern}
        error={errorOf(error.value, 'pattern')}
        onInput={(value) => change({ pattern: value })}
      />
      <fieldset class="limit-editors">
        <legend>At most</legend>
        {limits.map((limit, index) => (
          <LimitEditor
            key={index}
            limit={limit}
            draft={draft.value}
            latest={latest}
            error={errorOf(error.value, index)}
            onChange={(changed) => changeLimits(limits.with(index, changed))}
            onRemove={() => changeLimits(limits.toSpliced(index, 1))}
          />
        ))}
        {errorOf(error.value, 'limits') && <ErrorText text={errorOf(error.value, 'limits')} />}
        <button
          type="button"
          class="button quiet"
          onClick={() =>
            changeLimits([...limits, { target: nextTarget(draft.value), type: 'absolute', amount: '' }])
          }
        >
          <Icon name="plus" />
          Add limit
        </button>
      </fieldset>
      <div class="editor-buttons">
        <button type="submit" class="button primary">
          Save
        </button>
        <button type="button" class="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  /** What the value comes to, told while it is typed. */
  readonly preview?: string | undefined;
  readonly error: string | undefined;
  readonly onInput: (value: string) => void;
}

function TextField({ label, value, hint, preview, error, onInput }: TextFieldProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="text"
        value={value}
        spellcheck={false}
        aria-invalid={error !== undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {error ? <ErrorText text={error} /> : hint && <small class="muted">{hint}</small>}
      {preview && <small class="pattern-preview">{preview}</small>}
    </label>
  );
}

function ErrorText({ text }: { readonly text: string | undefined }) {
  return (
    <span class="error" role="alert">
      <Icon name="cross" />
      {text}
    </span>
  );
}

function errorOf(error: DraftError | undefined, field: DraftError['field']): string | undefined {
  return error?.field === field ? error.message : undefined;
}
