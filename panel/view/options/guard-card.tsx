import type { GuardModel } from '../../model/guard-model.ts';
import { GUARD_WORDS } from '../guard-hint.tsx';

/** The guard's switch on the options page. */
export function GuardCard({ guard }: { readonly guard: GuardModel }) {
  const isOn = guard.isOn.value;
  return (
    <section class="card">
      <h2>Busy machine</h2>
      <p class="muted">{GUARD_WORDS} Nothing else of the machine is read.</p>
      <label class="guard-switch">
        <input
          type="checkbox"
          role="switch"
          checked={isOn === true}
          disabled={isOn === undefined}
          onChange={(event) => guard.turn(event.currentTarget.checked)}
        />
        Leave out loads that begin on a busy machine
      </label>
    </section>
  );
}
