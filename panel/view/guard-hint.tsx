import { useSignal } from '@preact/signals';
import type { GuardModel } from '../model/guard-model.ts';
import { Icon } from './icon.tsx';
import { text } from '../text.ts';

/** Offers the guard where it would help, with the reason and with what it looks at. */
export function GuardHint({ guard, why }: { readonly guard: GuardModel; readonly why: string | undefined }) {
  const isPutOff = useSignal(false);
  if (why === undefined || guard.isOn.value !== false || isPutOff.value) return null;
  return (
    <section class="guard-hint" aria-label={text('noisyLoads')}>
      <Icon name="learning" />
      <p>
        {why} <span class="muted">{text('guardWords')}</span>
      </p>
      <div class="guard-hint-buttons">
        <button type="button" class="button" onClick={() => guard.turn(true)}>
          {text('leaveBusyOut')}
        </button>
        <button type="button" class="tool" onClick={() => (isPutOff.value = true)}>
          {text('notNow')}
        </button>
      </div>
    </section>
  );
}
