import type { OptionsModel } from '../../model/options-model.ts';
import { Icon } from '../icon.tsx';

export function SitesCard({ model }: { readonly model: OptionsModel }) {
  const sites = model.sites.value;
  return (
    <section class="card">
      <h2>Sites</h2>
      <p class="muted">
        localhost and 127.0.0.1 are always measured. Allow another site from the popup or from the panel while
        you are on it.
      </p>
      <ul class="sites">
        {sites.map((pattern) => (
          <li key={pattern}>
            <span class="path">{pattern.replace(/\/\*$/, '')}</span>
            <button
              type="button"
              class="tool"
              aria-label={`Remove ${pattern}`}
              onClick={() => model.withdraw(pattern)}
            >
              <Icon name="trash" />
              Remove
            </button>
          </li>
        ))}
        {sites.length === 0 && <li class="muted">No other site is allowed.</li>}
      </ul>
    </section>
  );
}
