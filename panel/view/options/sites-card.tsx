import type { OptionsModel } from '../../model/options-model.ts';
import { Icon } from '../icon.tsx';
import { text } from '../../text.ts';

export function SitesCard({ model }: { readonly model: OptionsModel }) {
  const sites = model.sites.value;
  return (
    <section class="card">
      <h2>{text('sites')}</h2>
      <p class="muted">{text('sitesHint')}</p>
      <ul class="sites">
        {sites.map((pattern) => (
          <li key={pattern}>
            <span class="path">{pattern.replace(/\/\*$/, '')}</span>
            <button
              type="button"
              class="tool"
              aria-label={text('removeSite', pattern)}
              onClick={() => model.withdraw(pattern)}
            >
              <Icon name="trash" />
              {text('remove')}
            </button>
          </li>
        ))}
        {sites.length === 0 && <li class="muted">{text('noSite')}</li>}
      </ul>
    </section>
  );
}
