import { KEPT_QUERIES } from '../../../src/domain/page.ts';
import { KEPT_QUERY_WORDS } from '../../derive/setting-choices.ts';
import type { OptionsModel } from '../../model/options-model.ts';

/** What is promised, and the one thing about it that the user may loosen. */
export function PrivacyCard({ model }: { readonly model: OptionsModel }) {
  const settings = model.settings.value;
  return (
    <section class="card">
      <h2>Privacy</h2>
      <p>
        Everything stays in this browser profile; the extension cannot open network connections. Of a page’s
        address only origin and path are kept: no query, no fragment, no user name. Private windows are not
        measured.
      </p>
      {settings && (
        <fieldset class="choices">
          <legend>Kept of the query of a resource’s URL</legend>
          {KEPT_QUERIES.map((kept) => (
            <label key={kept} class="choice">
              <input
                type="radio"
                name="kept-query"
                checked={settings.keptQuery === kept}
                onChange={() => model.change({ keptQuery: kept })}
              />
              <span>{KEPT_QUERY_WORDS[kept].label}</span>
              <small class="muted">{KEPT_QUERY_WORDS[kept].why}</small>
            </label>
          ))}
          <p class="muted">Counts for loads from now on.</p>
        </fieldset>
      )}
    </section>
  );
}
