import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Budget } from '../../src/domain/budget.ts';
import type { PageRow, VisitRow } from '../../src/store/schema.ts';
import {
  type BudgetDraft,
  type DraftError,
  draftOf,
  type LimitDraft,
  parseDraft,
} from '../derive/budget-draft.ts';
import { matchesDraft, previewPattern } from '../derive/budget-pages.ts';
import { nameBudget } from '../derive/budget-presets.ts';
import { nextTarget } from '../derive/budget-targets.ts';
import { Icon } from './icon.tsx';
import { LimitEditor } from './limit-editor.tsx';
import { tellError } from '../tell-error.ts';
import { text } from '../text.ts';

interface BudgetEditorProps {
  readonly budget: Budget;
  readonly latest: VisitRow | undefined;
  /** Loads of the page that is shown, to try the limits on; oldest first. */
  readonly visits: readonly VisitRow[];
  /** All that are stored, for showing which of them the pattern matches. */
  readonly pages: readonly PageRow[];
  readonly onSave: (budget: Budget) => Promise<void>;
  readonly onCancel: () => void;
}

export function BudgetEditor({ budget, latest, visits, pages, onSave, onCancel }: BudgetEditorProps) {
  const draft = useSignal<BudgetDraft>(draftOf(budget));
  const error = useSignal<DraftError | undefined>(undefined);
  const change = (part: Partial<BudgetDraft>): void => {
    draft.value = { ...draft.value, ...part };
    error.value = undefined;
  };
  const form = useRef<HTMLFormElement>(null);
  // Together with the line that says what is wrong: later, it would take the focus from who types already.
  useLayoutEffect(
    () => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
    [error.value],
  );
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const result = parseDraft(draft.value);
    if (!result.ok) {
      error.value = result.error;
      return;
    }
    await onSave(result.budget).catch((reason: unknown) => {
      error.value = { field: 'limits', message: tellError(reason) };
    });
  };
  const { name, pattern } = draft.value;
  const tried = latest && matchesDraft(pattern, latest.snapshot.url) ? visits : [];
  return (
    <form
      ref={form}
      class="editor"
      noValidate
      aria-label={text('editNamed', nameBudget(budget))}
      onSubmit={(event) => void submit(event)}
    >
      <TextField
        label={text('nameField')}
        value={name}
        error={errorOf(error.value, 'name')}
        onInput={(value) => change({ name: value })}
      />
      <TextField
        label={text('pages')}
        hint={text('patternHint')}
        preview={previewPattern(pattern, pages)}
        value={pattern}
        error={errorOf(error.value, 'pattern')}
        onInput={(value) => change({ pattern: value })}
      />
      <Limits
        draft={draft.value}
        latest={latest}
        visits={tried}
        error={error.value}
        onChange={(limits) => change({ limits })}
      />
      <div class="editor-buttons">
        <button type="submit" class="button primary">
          {text('save')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {text('cancel')}
        </button>
      </div>
    </form>
  );
}

interface LimitsProps {
  readonly draft: BudgetDraft;
  readonly latest: VisitRow | undefined;
  readonly visits: readonly VisitRow[];
  readonly error: DraftError | undefined;
  readonly onChange: (limits: readonly LimitDraft[]) => void;
}

function Limits({ draft, latest, visits, error, onChange }: LimitsProps) {
  const { limits } = draft;
  const add = (): void => onChange([...limits, { target: nextTarget(draft), type: 'absolute', amount: '' }]);
  return (
    <fieldset class="limit-editors">
      <legend>{text('atMost')}</legend>
      {limits.map((limit, index) => (
        <LimitEditor
          key={index}
          limit={limit}
          draft={draft}
          latest={latest}
          visits={visits}
          error={error?.field === index ? error : undefined}
          onChange={(changed) => onChange(limits.with(index, changed))}
          onRemove={() => onChange(limits.toSpliced(index, 1))}
        />
      ))}
      {errorOf(error, 'limits') && <ErrorLine line={errorOf(error, 'limits')} />}
      <button type="button" class="button quiet" onClick={add}>
        <Icon name="plus" />
        {text('addLimit')}
      </button>
    </fieldset>
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
      {error ? <ErrorLine line={error} /> : hint && <small class="muted">{hint}</small>}
      {preview && <small class="pattern-preview">{preview}</small>}
    </label>
  );
}

function ErrorLine({ line }: { readonly line: string | undefined }) {
  return (
    <span class="error" role="alert">
      <Icon name="cross" />
      {line}
    </span>
  );
}

function errorOf(error: DraftError | undefined, field: DraftError['field']): string | undefined {
  return error?.field === field ? error.message : undefined;
}
