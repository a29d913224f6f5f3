import { type ResourcesTarget, withParty } from '../derive/budget-targets.ts';

interface PartySelectProps {
  readonly target: ResourcesTarget;
  readonly onChange: (target: ResourcesTarget) => void;
}

/** Whose resources a limit is about. */
export function PartySelect({ target, onChange }: PartySelectProps) {
  return (
    <select
      class="party-select"
      aria-label="Whose resources"
      value={target.party ?? 'any'}
      onChange={({ currentTarget: { value } }) =>
        onChange(withParty(target, value === 'first' || value === 'third' ? value : undefined))
      }
    >
      <option value="any">of any party</option>
      <option value="first">first party only</option>
      <option value="third">third party only</option>
    </select>
  );
}
