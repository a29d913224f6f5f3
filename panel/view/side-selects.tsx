import type { Signal } from '@preact/signals';
import { listSideOptions, type SideOption, type Sides } from '../derive/sides.ts';
import type { ShownPage } from '../model/shown-page.ts';
import { text } from '../text.ts';

export function SideSelects({
  sides,
  visits,
}: {
  readonly sides: Signal<Sides>;
  readonly visits: ShownPage['visits'];
}) {
  const options = listSideOptions(visits, sides.value, Date.now());
  const { left, right } = sides.value;
  return (
    <div class="sides" role="group" aria-label={text('whatToCompare')}>
      <SideSelect
        label={text('compareSide')}
        options={options.right}
        value={right}
        onChoose={(value) => (sides.value = { left, right: value })}
      />
      <SideSelect
        label={text('withSide')}
        options={options.left}
        value={left}
        onChoose={(value) => (sides.value = { left: value, right })}
      />
    </div>
  );
}

interface SideSelectProps {
  readonly label: string;
  readonly options: readonly SideOption[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
}

function SideSelect({ label, options, value, onChoose }: SideSelectProps) {
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}
