import type { Signal } from '@preact/signals';
import { useId } from 'preact/hooks';

interface RadioRowProps<Value extends string> {
  readonly legend: string;
  readonly options: readonly (readonly [value: Value, text: string])[];
  readonly value: Pick<Signal<Value>, 'value'>;
}

/** One of a few, side by side: radio buttons, so that the arrow keys choose. */
export function RadioRow<Value extends string>({ legend, options, value }: RadioRowProps<Value>) {
  const name = useId();
  return (
    <fieldset class="filters">
      <legend class="visually-hidden">{legend}</legend>
      {options.map(([option, text]) => (
        <label key={option}>
          <input
            type="radio"
            name={name}
            checked={value.value === option}
            onChange={() => (value.value = option)}
          />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
