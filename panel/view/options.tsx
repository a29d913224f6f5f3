import { useRef } from 'preact/hooks';
import type { OptionsModel } from '../model/options-model.ts';
import { GuardCard } from './guard-card.tsx';
import { Icon, TONE_ICONS } from './icon.tsx';

export function Options({ model }: { readonly model: OptionsModel }) {
  return (
    <div class="options">
      <h1>Performance Budget Monitor</h1>
      <Sites model={model} />
      <GuardCard guard={model.guard} />
      <StoredData model={model} />
      <section class="card">
        <h2>Privacy</h2>
        <p>
          Everything stays in this browser profile; the extension cannot open network connections. Of URLs
          only origin and path are kept: no query, no fragment, no user name. Private windows are not
          measured.
        </p>
      </section>
      <div role="status">
        <LastNotice model={model} />
      </div>
    </div>
  );
}

function Sites({ model }: { readonly model: OptionsModel }) {
  const sites = model.sites.value;
  return (
    <section class="card">
      <h2>Sites</h2>
      <p class="muted">
        localhost and 127.0.0.1 are always measured. Allow another site from the popup or from the panel while
        you are on it.
      </p>
      <ul class="sites">
        {sites.map((pattern) => (
          <li key={pattern}>
            <span class="path">{pattern.replace(/\/\*$/, '')}</span>
            <button
              type="button"
              class="tool"
              aria-label={`Remove ${pattern}`}
              onClick={() => model.withdraw(pattern)}
            >
              <Icon name="trash" />
              Remove
            </button>
          </li>
        ))}
        {sites.length === 0 && <li class="muted">No other site is allowed.</li>}
      </ul>
    </section>
  );
}

function StoredData({ model }: { readonly model: OptionsModel }) {
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

function LastNotice({ model }: { readonly model: OptionsModel }) {
  const notice = model.notices.current.value;
  if (!notice) return null;
  return (
    <p class={`state ${notice.tone}`}>
      <Icon name={TONE_ICONS[notice.tone]} />
      {notice.text}
    </p>
  );
}
