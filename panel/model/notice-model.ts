import { type ReadonlySignal, signal } from '@preact/signals';
import type { Tone } from '../derive/status.ts';
import { tellError } from '../tell-error.ts';

/** A line about something that has just happened, with at most one thing to do about it. */
interface Notice {
  readonly tone: Tone;
  readonly text: string;
  /** An answer that was waited for stays although it is good. */
  readonly stays?: true;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface NoticeModel {
  readonly current: ReadonlySignal<Notice | undefined>;
  readonly show: (notice: Notice) => void;
  /** Shows the error of a promise that nobody else waits for. */
  readonly guard: (work: Promise<unknown>) => void;
  readonly dismiss: () => void;
}

/** Good news leaves by itself; what went wrong, or can be undone, stays until it is dismissed or replaced. */
const SHOWN_MS = 6000;

export function createNoticeModel(): NoticeModel {
  const current = signal<Notice>();
  const show = (notice: Notice): void => {
    current.value = notice;
    if (notice.tone === 'bad' || notice.action || notice.stays) return;
    setTimeout(() => {
      if (current.peek() === notice) current.value = undefined;
    }, SHOWN_MS);
  };
  return {
    current,
    show,
    guard: (work) => void work.catch((error: unknown) => show({ tone: 'bad', text: tellError(error) })),
    dismiss: () => void (current.value = undefined),
  };
}
