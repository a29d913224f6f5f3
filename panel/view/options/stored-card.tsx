import { useRef } from 'preact/hooks';
import type { OptionsModel } from '../../model/options-model.ts';
import { Icon } from '../icon.tsx';

export function StoredCard({ model }: { readonly model: OptionsModel }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const state = model.database.state.value;
  const stored = model.stored.value;
  return (
    <section class="card">
      <h2>Stored data</h2>
      {state.status === 'failed' && (
        <p class="bad">
          The storage cannot be opened: {state.reason}{' '}
          <button type="button" class="button" onClick={model.database.retry}>
            Retry
          </button>
        </p>
      )}
      <p>{stored?.summary}</p>
      {stored?.notes.map((note) => (
        <p key={note} class="muted">
          {note}
        </p>
      ))}
      <div class="dialog-buttons">
        <button type="button" class="button" onClick={model.check}>
          <Icon name="check" />
          Check
        </button>
        <button type="button" class="button danger" onClick={() => dialog.current?.showModal()}>
          <Icon name="trash" />
          Delete everything…
        </button>
      </div>
      <dialog ref={dialog} aria-labelledby="delete-title">
        <h2 id="delete-title">Delete everything?</h2>
        <p>
          All loads, baselines and budgets of every page go for good. Export them first if you may want them
          back.
        </p>
        <form method="dialog" class="dialog-buttons">
          <button type="submit" class="button">
            Cancel
          </button>
          <button type="submit" class="button danger" onClick={model.deleteEverything}>
            Delete everything
          </button>
        </form>
      </dialog>
    </section>
  );
}
