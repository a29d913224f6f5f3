import type { VisitRow } from '../../src/store/schema.ts';
import {
  type BudgetDraft,
  type DraftError,
  type LimitDraft,
  measureLimit,
  unitOfLimit,
} from '../derive/budget-draft.ts';
import { previewHistory } from '../derive/budget-history.ts';
import { isNamed, listTargetOptions, optionKey } from '../derive/budget-targets.ts';
import { Icon } from './icon.tsx';
import { LimitHistory } from './limit-history.tsx';
import { NamedTargetEditor } from './named-target-editor.tsx';
import { PartySelect } from './party-select.tsx';
import { text } from '../text.ts';

interface LimitEditorProps {
  readonly limit: LimitDraft;
  readonly draft: BudgetDraft;
  readonly latest: VisitRow | undefined;
  /** Loads to try the limit on, oldest first; none where the budget is not for their page. */
  readonly visits: readonly VisitRow[];
  readonly error: DraftError | undefined;
  readonly onChange: (limit: LimitDraft) => void;
  readonly onRemove: () => void;
}

/** One limit: about what, absolute or over the baseline, how much; and what the latest load measured. */
export function LimitEditor({ limit, draft, latest, visits, error, onChange, onRemove }: LimitEditorProps) {
  const history = previewHistory(limit, visits);
  const options = listTargetOptions(draft);
  const groups = [...new Set(options.map(({ group }) => group))];
  const choose = (key: string): void => {
    const target = options.find((option) => option.key === key)?.target;
    if (target) onChange({ ...limit, target, type: target.kind === 'metric' ? limit.type : 'absolute' });
  };
  return (
    <div class="limit-editor" role="group" aria-label={text('limit')}>
      <select
        aria-label={text('limitOf')}
        value={optionKey(limit.target)}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {groups.map((group) => (
          <optgroup key={group} label={text(group)}>
            {options
              .filter((option) => option.group === group)
              .map((option) => (
                <option key={option.key} value={option.key}>
                  {option.text}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      <select
        aria-label={text('limitType')}
        value={limit.type}
        disabled={limit.target.kind !== 'metric'}
        onChange={(event) => onChange({ ...limit, type: event.currentTarget.value as LimitDraft['type'] })}
      >
        <option value="absolute">{text('limitAbsolute')}</option>
        <option value="relative">{text('limitRelative')}</option>
      </select>
      <span class="amount-field">
        <input
          type="number"
          min="0"
          step="any"
          aria-label={text('amount')}
          aria-invalid={error !== undefined && !error.isName}
          value={limit.amount}
          onInput={(event) => onChange({ ...limit, amount: event.currentTarget.value })}
        />
        <span class="muted">{unitOfLimit(limit)}</span>
      </span>
      <span class="limit-now muted">{latest && tellNow(measureLimit(limit, latest))}</span>
      <button type="button" class="tool" aria-label={text('removeLimit')} onClick={onRemove}>
        <Icon name="trash" />
      </button>
      {isNamed(limit.target) && (
        <NamedTargetEditor
          target={limit.target}
          latest={latest?.snapshot}
          invalid={error?.isName === true}
          onChange={(target) => onChange({ ...limit, target })}
        />
      )}
      {limit.target.kind === 'resources' && (
        <PartySelect target={limit.target} onChange={(target) => onChange({ ...limit, target })} />
      )}
      {history && <LimitHistory history={history} />}
      {error && (
        <span class="error" role="alert">
          <Icon name="cross" />
          {error.message}
        </span>
      )}
    </div>
  );
}

function tellNow(measured: string): string {
  return measured === text('notMeasured') ? measured : text('nowValue', measured);
}
