import { type ReadonlySignal, signal } from '@preact/signals';
import { allowGuard, isGuardAllowed, withdrawGuard } from '../connection/processor.ts';
import { observePermissions } from '../connection/observe-permissions.ts';
import type { NoticeModel } from './notice-model.ts';

export interface GuardModel {
  /** Are loads that begin on a busy machine left out? Undefined until it is known. */
  readonly isOn: ReadonlySignal<boolean | undefined>;
  /** To be called straight from a click: it asks the browser for a permission, or gives it back. */
  readonly turn: (on: boolean) => void;
}

/** The guard is on where its permission is held: there is no setting beside it that could say otherwise. */
export function createGuardModel(notices: Pick<NoticeModel, 'guard'>): GuardModel {
  const isOn = signal<boolean>();
  const read = async (): Promise<void> => void (isOn.value = await isGuardAllowed());
  observePermissions(() => notices.guard(read()));
  notices.guard(read());
  return {
    isOn,
    turn: (on) => notices.guard((on ? allowGuard() : withdrawGuard()).then(read)),
  };
}
