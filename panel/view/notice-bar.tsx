import type { NoticeModel } from '../model/notice-model.ts';
import type { TransferModel } from '../model/transfer-model.ts';
import type { VerifyModel } from '../model/verify-model.ts';
import { formatCount } from '../format.ts';
import { Icon, TONE_ICONS } from './icon.tsx';
import { text } from '../text.ts';

interface NoticeBarProps {
  readonly notices: NoticeModel;
  readonly transfer: TransferModel;
  readonly verify: VerifyModel;
}

/** What has just happened, above everything else; and how far an import or a verification is. */
export function NoticeBar({ notices, transfer, verify }: NoticeBarProps) {
  return (
    <div class="notices" role="status">
      <Progress transfer={transfer} />
      <Verifying verify={verify} />
      <CurrentNotice notices={notices} />
    </div>
  );
}

const PHASE_WORDS = { checking: 'checkingLoads', importing: 'importingLoads' } as const;

function Progress({ transfer }: { readonly transfer: TransferModel }) {
  const progress = transfer.progress.value;
  if (!progress) return null;
  const { phase, done, all } = progress;
  return (
    <div class="notice quiet">
      <span>
        {phase === 'reading'
          ? text('readingFile')
          : text(PHASE_WORDS[phase], formatCount(done), formatCount(all))}
      </span>
      {all > 0 && <progress value={done} max={all} aria-label={text('importProgress')} />}
      <button type="button" class="button" onClick={transfer.cancel}>
        {text('cancel')}
      </button>
    </div>
  );
}

function Verifying({ verify }: { readonly verify: VerifyModel }) {
  const progress = verify.progress.value;
  if (!progress) return null;
  const { done, all, isWaiting } = progress;
  return (
    <div class="notice wait">
      <span>
        {text('verifying', formatCount(Math.min(done + 1, all)), formatCount(all))}
        {isWaiting && ` ${text('verifyingWaits')}`}
      </span>
      <progress value={done} max={Math.max(all, 1)} aria-label={text('verification')} />
      <button type="button" class="button" onClick={verify.cancel}>
        {text('cancel')}
      </button>
    </div>
  );
}

function CurrentNotice({ notices }: { readonly notices: NoticeModel }) {
  const notice = notices.current.value;
  if (!notice) return null;
  return (
    <div class={`notice ${notice.tone}`}>
      <Icon name={notice.tone === 'bad' ? 'cross' : TONE_ICONS[notice.tone]} />
      <span>{notice.text}</span>
      {notice.action && (
        <button type="button" class="button" onClick={notice.action.run}>
          {notice.action.label}
        </button>
      )}
      <button type="button" class="tool" aria-label={text('dismiss')} onClick={notices.dismiss}>
        <Icon name="cross" />
      </button>
    </div>
  );
}
