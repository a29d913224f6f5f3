import { type Status, STATUS_TONES, STATUS_WORDS } from '../derive/status.ts';
import { text } from '../text.ts';
import { Icon, STATUS_ICONS } from './icon.tsx';

export function StatusMark({ status }: { readonly status: Status }) {
  return (
    <span class={`state ${STATUS_TONES[status]}`}>
      <Icon name={STATUS_ICONS[status]} />
      {text(STATUS_WORDS[status])}
    </span>
  );
}
