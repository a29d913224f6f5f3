import type { Flag } from '../derive/flags.ts';
import { Icon, TONE_ICONS } from './icon.tsx';

/** Facts about a load; each one's reason is its tooltip, and is read out with it. */
export function Chips({ flags }: { readonly flags: readonly Flag[] }) {
  if (flags.length === 0) return null;
  return (
    <ul class="chips">
      {flags.map(({ key, label, why, tone }) => (
        <li key={key} class={`chip ${tone}`} title={why}>
          {tone !== 'quiet' && <Icon name={TONE_ICONS[tone]} />}
          {label}
          <span class="visually-hidden">: {why}</span>
        </li>
      ))}
    </ul>
  );
}
