import type { GuardModel } from '../../model/guard-model.ts';
import { text } from '../../text.ts';

/** The guard's switch on the options page. */
export function GuardCard({ guard }: { readonly guard: GuardModel }) {
  const isOn = guard.isOn.value;
  return (
    <section class="card">
      <h2>{text('busyMachine')}</h2>
      <p class="muted">
        {text('guardWords')} {text('guardNothingElse')}
      </p>
      <label class="guard-switch">
        <input
          type="checkbox"
          role="switch"
          checked={isOn === true}
          disabled={isOn === undefined}
          onChange={(event) => guard.turn(event.currentTarget.checked)}
        />
        {text('leaveOutBusy')}
      </label>
    </section>
  );
}
