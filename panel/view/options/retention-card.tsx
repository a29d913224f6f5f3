import { listChoices, PAGE_STEPS, VISIT_STEPS } from '../../derive/setting-choices.ts';
import { formatCount } from '../../format.ts';
import type { OptionsModel } from '../../model/options-model.ts';
import { text } from '../../text.ts';

/** How much is kept; a smaller number takes effect at once. */
export function RetentionCard({ model }: { readonly model: OptionsModel }) {
  const settings = model.settings.value;
  if (!settings) return null;
  return (
    <section class="card">
      <h2>{text('howMuch')}</h2>
      <NumberSelect
        label={text('loadsPerPage')}
        steps={VISIT_STEPS}
        chosen={settings.visitsPerPage}
        onChoose={(visitsPerPage) => model.change({ visitsPerPage })}
      />
      <NumberSelect
        label={text('pages')}
        steps={PAGE_STEPS}
        chosen={settings.pages}
        onChoose={(pages) => model.change({ pages })}
      />
      <p class="muted">{text('retentionHint')}</p>
    </section>
  );
}

interface NumberSelectProps {
  readonly label: string;
  readonly steps: readonly number[];
  readonly chosen: number;
  readonly onChoose: (value: number) => void;
}

function NumberSelect({ label, steps, chosen, onChoose }: NumberSelectProps) {
  return (
    <label class="setting">
      <span>{label}</span>
      <select value={chosen} onChange={({ currentTarget: { value } }) => onChoose(Number(value))}>
        {listChoices(steps, chosen).map((step) => (
          <option key={step} value={step}>
            {formatCount(step)}
          </option>
        ))}
      </select>
    </label>
  );
}
