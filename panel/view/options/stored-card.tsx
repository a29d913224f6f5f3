import { useRef } from 'preact/hooks';
import type { OptionsModel } from '../../model/options-model.ts';
import { Icon } from '../icon.tsx';
import { text } from '../../text.ts';

export function StoredCard({ model }: { readonly model: OptionsModel }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const state = model.database.state.value;
  const stored = model.stored.value;
  return (
    <section class="card">
      <h2>{text('storedData')}</h2>
      {state.status === 'failed' && (
        <p class="bad">
          {text('storageFailed', state.reason)}{' '}
          <button type="button" class="button" onClick={model.database.retry}>
            {text('retry')}
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
          {text('check')}
        </button>
        <button type="button" class="button danger" onClick={() => dialog.current?.showModal()}>
          <Icon name="trash" />
          {text('deleteEverythingMore')}
        </button>
      </div>
      <dialog ref={dialog} aria-labelledby="delete-title">
        <h2 id="delete-title">{text('deleteQuestion')}</h2>
        <p>{text('deleteWarning')}</p>
        <form method="dialog" class="dialog-buttons">
          <button type="submit" class="button">
            {text('cancel')}
          </button>
          <button type="submit" class="button danger" onClick={model.deleteEverything}>
            {text('deleteEverything')}
          </button>
        </form>
      </dialog>
    </section>
  );
}
