import type { BaselineChange } from '../../src/domain/baseline.ts';
import { request } from '../../src/protocol/channel.ts';
import type { NoticeModel } from './notice-model.ts';

const DONE_WORDS: Readonly<Record<BaselineChange['action'], string>> = {
  accept: 'Accepted: later loads are compared with the recent ones.',
  reset: 'The baseline is forgotten; a new one is being learnt.',
  undo: 'Taken back: the earlier baseline counts again.',
  pin: 'Pinned: the baseline stays as it is.',
  unpin: 'Unpinned: the baseline may grow again.',
  name: 'Named.',
};

/** Changes a baseline and says so; what replaces one can be taken back from there. */
export async function changeBaseline(
  target: { readonly page: string; readonly cohort: string },
  change: BaselineChange,
  notices: NoticeModel,
): Promise<void> {
  await request('changeBaseline', { ...target, change });
  const replaces = change.action === 'accept' || change.action === 'reset';
  const undo = (): void => notices.guard(changeBaseline(target, { action: 'undo' }, notices));
  notices.show({
    tone: 'good',
    text: DONE_WORDS[change.action],
    ...(replaces && { action: { label: 'Undo', run: undo } }),
  });
}
