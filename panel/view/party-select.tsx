import { type ResourcesTarget, withParty } from '../derive/budget-targets.ts';
import { text } from '../text.ts';

interface PartySelectProps {
  readonly target: ResourcesTarget;
  readonly onChange: (target: ResourcesTarget) => void;
}

/** Whose resources a limit is about. */
export function PartySelect({ target, onChange }: PartySelectProps) {
  return (
    <select
      class="party-select"
      aria-label={text('whoseResources')}
      value={target.party ?? 'any'}
      onChange={({ currentTarget: { value } }) =>
        onChange(withParty(target, value === 'first' || value === 'third' ? value : undefined))
      }
    >
      <option value="any">{text('anyParty')}</option>
      <option value="first">{text('firstPartyOnly')}</option>
      <option value="third">{text('thirdPartyOnly')}</option>
    </select>
  );
}
