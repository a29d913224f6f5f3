import { KEPT_QUERIES } from '../../../src/domain/page.ts';
import { KEPT_QUERY_WORDS } from '../../derive/setting-choices.ts';
import type { OptionsModel } from '../../model/options-model.ts';
import { text } from '../../text.ts';

/** What is promised, and the one thing about it that the user may loosen. */
export function PrivacyCard({ model }: { readonly model: OptionsModel }) {
  const settings = model.settings.value;
  return (
    <section class="card">
      <h2>{text('privacy')}</h2>
      <p>{text('privacyPromise')}</p>
      {settings && (
        <fieldset class="choices">
          <legend>{text('keptQuery')}</legend>
          {KEPT_QUERIES.map((kept) => (
            <label key={kept} class="choice">
              <input
                type="radio"
                name="kept-query"
                checked={settings.keptQuery === kept}
                onChange={() => model.change({ keptQuery: kept })}
              />
              <span>{text(KEPT_QUERY_WORDS[kept].label)}</span>
              <small class="muted">{text(KEPT_QUERY_WORDS[kept].why)}</small>
            </label>
          ))}
          <p class="muted">{text('fromNowOn')}</p>
        </fieldset>
      )}
    </section>
  );
}
