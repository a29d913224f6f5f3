import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { VisitRow } from '../../src/store/schema.ts';
import type { InspectedTab } from '../connection/inspected-tab.ts';
import { isWorthWaiting } from '../../src/domain/processor-guard.ts';
import { countCounted, countLoadsToVerify, tellVerified } from '../derive/verify-plan.ts';
import { text } from '../text.ts';
import type { NoticeModel } from './notice-model.ts';
import type { PageData, PageModel } from './page-model.ts';
import type { ProcessorModel } from './processor-model.ts';

export interface VerifyProgress {
  readonly done: number;
  readonly all: number;
  /** The next load waits until the machine is calm. */
  readonly isWaiting?: true;
}

export interface VerifyModel {
  /** Loads stored and loads expected; undefined when no verification is on its way. */
  readonly progress: ReadonlySignal<VerifyProgress | undefined>;
  readonly start: () => void;
  readonly cancel: () => void;
}

interface VerifyOptions {
  readonly tab: Pick<InspectedTab, 'tabId' | 'reload'>;
  readonly page: Pick<PageModel, 'key' | 'data' | 'show'>;
  readonly notices: Pick<NoticeModel, 'show' | 'guard'>;
  readonly processor: ProcessorModel;
}

/**
 * Reloads the inspected page until its verdict stands. Each reload waits until the load before it is stored and judged,
 * however long that takes: who does not want to wait cancels. Leaving the page ends it. Where the processor is looked
 * at, each reload also waits a while for a calm moment, and a load that began on a busy machine is repeated.
 */
export function createVerifyModel({ tab, page, notices, processor }: VerifyOptions): VerifyModel {
  const progress = signal<VerifyProgress>();
  const cancelled = signal(false);
  const verify = async (): Promise<void> => {
    page.show(undefined);
    const key = page.key.peek();
    const isOver = (): true | undefined => cancelled.value || page.key.value !== key || undefined;
    const made: VisitRow[] = [];
    await waitFor(() => page.data.value ?? isOver());
    let more = countMore(page.data.peek(), made);
    while (more > 0 && !isOver()) {
      const done = countCounted(made);
      const shown = { done, all: done + more };
      progress.value = shown;
      const since = Date.now();
      const isCalm = (): true | undefined => !isWorthWaiting(processor.samples.value, since) || undefined;
      if (!isCalm()) progress.value = { ...shown, isWaiting: true };
      await waitFor(() => isCalm() ?? isOver());
      progress.value = shown;
      if (isOver()) break;
      const known = new Set((page.data.peek()?.visits ?? []).map(({ visitId }) => visitId));
      tab.reload?.();
      const isNew = (visit: VisitRow): boolean =>
        visit.tabId === tab.tabId && !known.has(visit.visitId) && visit.snapshot.settledAt !== undefined;
      const visit = await waitFor(() => page.data.value?.visits.findLast(isNew) ?? isOver());
      if (visit === true) break;
      made.push(visit);
      more = countMore(page.data.peek(), made);
    }
    const state = page.data.peek()?.row?.state;
    if (page.key.peek() !== key) {
      notices.show({ tone: 'warn', text: text('pageLeft') });
    } else if (!cancelled.peek() && state) notices.show({ ...tellVerified(state, made), stays: true });
  };
  return {
    progress,
    start() {
      if (progress.peek() || !tab.reload) return;
      cancelled.value = false;
      progress.value = { done: 0, all: 0 };
      notices.guard(verify().finally(() => (progress.value = undefined)));
    },
    cancel: () => void (cancelled.value = true),
  };
}

function countMore(data: PageData | undefined, made: readonly VisitRow[]): number {
  return countLoadsToVerify(data?.row?.state, made, data?.visits.at(-1));
}

/** The first answer of `read` that is not undefined; it is asked again whenever a signal it reads changes. */
function waitFor<Answer>(read: () => Answer | undefined): Promise<Answer> {
  return new Promise((resolve) => {
    let stop: (() => void) | undefined;
    let isAnswered = false;
    stop = effect(() => {
      const answer = isAnswered ? undefined : read();
      if (answer === undefined) return;
      isAnswered = true;
      resolve(answer);
      stop?.();
    });
    if (isAnswered) stop();
  });
}
