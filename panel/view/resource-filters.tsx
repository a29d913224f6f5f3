import type { Signal } from '@preact/signals';
import type { ResourceDiff } from '../../src/domain/cause.ts';
import type { Party, ResourceType } from '../../src/domain/snapshot.ts';
import type { ResourceFilter } from '../derive/resource-filter.ts';
import { type Change, CHANGES, countChanges, hasSmall, type ResourceRow } from '../derive/resource-rows.ts';
import { CHANGE_WORDS, RESOURCE_TYPE_WORDS } from '../derive/words.ts';
import { formatCount } from '../format.ts';
import { type MessageKey, text } from '../text.ts';
import { RadioRow } from './radio-row.tsx';

const PARTY_WORDS: readonly (readonly [Party, MessageKey])[] = [
  ['first', 'firstParty'],
  ['third', 'thirdParty'],
];

interface ResourceFiltersProps {
  readonly diff: ResourceDiff;
  /** Before they are filtered. */
  readonly rows: readonly ResourceRow[];
  readonly filter: Signal<ResourceFilter>;
  readonly joined: Signal<boolean>;
}

export function ResourceFilters({ diff, rows, filter, joined }: ResourceFiltersProps) {
  const counts = countChanges(diff);
  const types = [...new Set(rows.map(({ type }) => type))].sort();
  const hasThird = rows.some(({ thirdParty }) => thirdParty) && rows.some(({ thirdParty }) => !thirdParty);
  const choose = (part: Partial<Record<keyof ResourceFilter, string | undefined>>): void => {
    filter.value = { ...filter.peek(), ...part } as ResourceFilter;
  };
  return (
    <div class="resource-filters">
      <RadioRow
        legend={text('kindOfChange')}
        options={[
          ['all', text('all')],
          ...CHANGES.filter((change) => counts[change] > 0).map(
            (change) => [change, `${text(CHANGE_WORDS[change])} ${formatCount(counts[change])}`] as const,
          ),
        ]}
        value={{
          get value(): Change | 'all' {
            return filter.value.change ?? 'all';
          },
          set value(change) {
            choose({ change: change === 'all' ? undefined : change });
          },
        }}
      />
      {types.length > 1 && (
        <Select
          label={text('type')}
          every={text('allTypes')}
          options={types.map((type) => [type, RESOURCE_TYPE_WORDS[type]] as const)}
          value={filter.value.type}
          onChoose={(type) => choose({ type })}
        />
      )}
      {hasThird && (
        <Select
          label={text('party')}
          every={text('allParties')}
          options={PARTY_WORDS}
          value={filter.value.party}
          onChoose={(party) => choose({ party })}
        />
      )}
      <input
        type="search"
        aria-label={text('filterByUrl')}
        placeholder={text('filterByUrl')}
        value={filter.value.text}
        onInput={(event) => choose({ text: event.currentTarget.value })}
      />
      {hasSmall(diff) && (
        <label class="check">
          <input type="checkbox" checked={joined.value} onChange={() => (joined.value = !joined.peek())} />
          {text('joinSmall')}
        </label>
      )}
    </div>
  );
}

interface SelectProps<Value extends string> {
  readonly label: string;
  /** What it says when nothing is chosen. */
  readonly every: string;
  readonly options: readonly (readonly [Value, MessageKey])[];
  readonly value: ResourceType | Party | undefined;
  readonly onChoose: (value: string | undefined) => void;
}

function Select<Value extends string>({ label, every, options, value, onChoose }: SelectProps<Value>) {
  return (
    <select
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChoose(event.currentTarget.value || undefined)}
    >
      <option value="">{every}</option>
      {options.map(([option, label]) => (
        <option key={option} value={option}>
          {text(label)}
        </option>
      ))}
    </select>
  );
}
