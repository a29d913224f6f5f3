import { useSignal } from '@preact/signals';
import type { GuardModel } from '../model/guard-model.ts';
import { Icon } from './icon.tsx';

/** Offers the guard where it would help, with the reason and with what it looks at. */
export function GuardHint({ guard, why }: { readonly guard: GuardModel; readonly why: string | undefined }) {
  const isPutOff = useSignal(false);
  if (why === undefined || guard.isOn.value !== false || isPutOff.value) return null;
  return (
    <section class="guard-hint" aria-label="Noisy loads">
      <Icon name="learning" />
      <p>
        {why} <span class="muted">{GUARD_WORDS}</span>
      </p>
      <div class="guard-hint-buttons">
        <button type="button" class="button" onClick={() => guard.turn(true)}>
          Leave busy moments out
        </button>
        <button type="button" class="tool" onClick={() => (isPutOff.value = true)}>
          Not now
        </button>
      </div>
    </section>
  );
}

/** What the permission is for, wherever it is asked for. */
export const GUARD_WORDS =
  'Loads that begin while the processor is busy can be shown and not judged. For that the browser is asked four times a second, while DevTools is open, how busy it is.';
