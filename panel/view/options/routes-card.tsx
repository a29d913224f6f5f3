import type { RoutesModel } from '../../model/routes-model.ts';
import { formatCount, formatList } from '../../format.ts';
import { text } from '../../text.ts';
import { Icon } from '../icon.tsx';
import { Worded } from '../worded.tsx';

const ID = 'route-template';

/** Says and changes which addresses are one page. */
export function RoutesCard({ model }: { readonly model: RoutesModel }) {
  const templates = model.templates.value;
  return (
    <section class="card" aria-labelledby="routes-title">
      <h2 id="routes-title">{text('pages')}</h2>
      <p class="muted">
        <Worded words="routesHint" values={[<code>/products/:name</code>, <code>/docs/*</code>]} />
      </p>
      <ul class="sites" aria-label={text('routeTemplates')}>
        {templates.map((template) => (
          <li key={template}>
            <bdi class="path">{template}</bdi>
            <button
              type="button"
              class="tool"
              aria-label={text('removeSite', template)}
              onClick={() => model.remove(template)}
            >
              <Icon name="trash" />
              {text('remove')}
            </button>
          </li>
        ))}
        {templates.length === 0 && <li class="muted">{text('noTemplate')}</li>}
      </ul>
      <NewTemplate model={model} />
    </section>
  );
}

function NewTemplate({ model }: { readonly model: RoutesModel }) {
  const { problem } = model.draft.value;
  return (
    <form
      class="route-form"
      onSubmit={(event) => {
        event.preventDefault();
        model.add();
      }}
    >
      <label for={ID}>{text('newTemplate')}</label>
      <div class="route-entry">
        <input
          id={ID}
          type="text"
          placeholder="/products/:name"
          autocomplete="off"
          spellcheck={false}
          value={model.typed.value}
          aria-invalid={problem !== undefined}
          aria-describedby={`${ID}-help`}
          onInput={(event) => (model.typed.value = event.currentTarget.value)}
        />
        <button type="submit" class="button">
          {text('add')}
        </button>
      </div>
      <p id={`${ID}-help`} class={problem ? 'bad' : 'muted'} aria-live="polite">
        {problem ?? tellMatches(model)}
      </p>
    </form>
  );
}

function tellMatches(model: RoutesModel): string {
  const { template, matches, more } = model.draft.value;
  if (template === undefined) return text('templateHelp');
  if (matches.length === 0) return text('matchesNone');
  return more > 0
    ? text('matchesMore', matches.join(', '), formatCount(more))
    : text('matchesPages', formatList(matches));
}
