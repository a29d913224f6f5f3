import type { RoutesModel } from '../../model/routes-model.ts';
import { Icon } from '../icon.tsx';

const ID = 'route-template';

/** Says and changes which addresses are one page. */
export function RoutesCard({ model }: { readonly model: RoutesModel }) {
  const templates = model.templates.value;
  return (
    <section class="card" aria-labelledby="routes-title">
      <h2 id="routes-title">Pages</h2>
      <p class="muted">
        Loads of one page are compared with each other. Numbers, ids and hashes in a path are recognised as
        such; names are not. A template such as <code>/products/:name</code> or <code>/docs/*</code> makes one
        page of all addresses it matches. The first that matches counts. What has been measured stays with the
        page it was measured for.
      </p>
      <ul class="sites" aria-label="Route templates">
        {templates.map((template) => (
          <li key={template}>
            <bdi class="path">{template}</bdi>
            <button
              type="button"
              class="tool"
              aria-label={`Remove ${template}`}
              onClick={() => model.remove(template)}
            >
              <Icon name="trash" />
              Remove
            </button>
          </li>
        ))}
        {templates.length === 0 && <li class="muted">No template of your own yet.</li>}
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
      <label for={ID}>New template</label>
      <div class="route-entry">
        <input
          id={ID}
          type="text"
          placeholder="/products/:name"
          autocomplete="off"
          spellcheck={false}
          value={model.text.value}
          aria-invalid={problem !== undefined}
          aria-describedby={`${ID}-help`}
          onInput={(event) => (model.text.value = event.currentTarget.value)}
        />
        <button type="submit" class="button">
          Add
        </button>
      </div>
      <p id={`${ID}-help`} class={problem ? 'bad' : 'muted'} aria-live="polite">
        {problem ?? <Matches model={model} />}
      </p>
    </form>
  );
}

function Matches({ model }: { readonly model: RoutesModel }) {
  const { template, matches, more } = model.draft.value;
  if (template === undefined) return <>A path, or an address for one site only.</>;
  if (matches.length === 0) return <>Matches no page measured so far.</>;
  return (
    <>
      Matches {matches.join(', ')}
      {more > 0 ? ` and ${more} more` : ''}.
    </>
  );
}
