import type { BaselineChange } from '../../src/domain/baseline.ts';
import { request } from '../../src/protocol/channel.ts';
import { type MessageKey, text } from '../text.ts';
import type { NoticeModel } from './notice-model.ts';

const DONE_WORDS: Readonly<Record<BaselineChange['action'], MessageKey>> = {
  accept: 'doneAccept',
  reset: 'doneReset',
  undo: 'doneUndo',
  pin: 'donePin',
  unpin: 'doneUnpin',
  name: 'doneName',
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
    text: text(DONE_WORDS[change.action]),
    ...(replaces && { action: { label: text('undo'), run: undo } }),
  });
}
