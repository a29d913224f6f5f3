import { useSignal } from '@preact/signals';
import { type Baseline, deriveBaselines } from '../derive/baselines.ts';
import type { PanelModel } from '../model/panel-model.ts';
import type { ShownPage } from '../model/shown-page.ts';
import { Icon, TONE_ICONS } from './icon.tsx';
import { type MessageKey, text } from '../text.ts';

/** What the loads of each kind are compared with, and what may be done about it. Regressions have a button of their own. */
export function BaselineList({ model, shown }: { readonly model: PanelModel; readonly shown: ShownPage }) {
  const baselines = deriveBaselines(shown.state, shown.visits, Date.now());
  return (
    <section class="card baselines" aria-labelledby="baselines">
      <h2 id="baselines">{text('baselines')}</h2>
      <ul>
        {baselines.map((baseline) => (
          <BaselineItem key={baseline.cohort} model={model} baseline={baseline} />
        ))}
      </ul>
    </section>
  );
}

interface BaselineItemProps {
  readonly model: Pick<PanelModel, 'changeBaseline'>;
  readonly baseline: Baseline;
  /** Where no list of regressions stands above, with a button of its own, accepting one is offered here. */
  readonly acceptsHere?: boolean;
}

export function BaselineItem({ model, baseline, acceptsHere = false }: BaselineItemProps) {
  const { cohort, kind, tone, label, meaning, loads, name, pinned, drift } = baseline;
  return (
    <li class="baseline">
      <div class="baseline-head">
        <strong>{kind}</strong>
        <span class={`state ${tone}`}>
          <Icon name={TONE_ICONS[tone]} />
          {label}
        </span>
        <span class="muted">{[loads, name, pinned ? text('pinned') : ''].filter(Boolean).join(' · ')}</span>
      </div>
      <p class="muted">
        {meaning} {drift}
      </p>
      {baseline.offersAccept && (acceptsHere || tone !== 'bad') && (
        <button
          type="button"
          class="button"
          onClick={() => model.changeBaseline(cohort, { action: 'accept' })}
        >
          {text('acceptBaseline')}
        </button>
      )}
      {baseline.canChange && <BaselineDetails model={model} baseline={baseline} />}
    </li>
  );
}

/** What is rarely wanted: closed until it is asked for. */
function BaselineDetails({ model, baseline }: BaselineItemProps) {
  const { cohort, kind, tone, pinned, canUndo, changes, offersAccept } = baseline;
  const change = (action: 'accept' | 'pin' | 'unpin' | 'reset' | 'undo') => () =>
    model.changeBaseline(cohort, { action });
  return (
    <details class="more">
      <summary>
        {text('change')}
        <span class="visually-hidden"> {text('theBaselineOf', kind)}</span>
      </summary>
      <div class="baseline-actions">
        {!offersAccept && tone !== 'wait' && <Action label="accept" why="acceptWhy" run={change('accept')} />}
        <Action label={pinned ? 'unpin' : 'pin'} why="pinWhy" run={change(pinned ? 'unpin' : 'pin')} />
        <Action label="reset" why="resetWhy" run={change('reset')} />
        {canUndo && <Action label="undo" why="undoWhy" run={change('undo')} />}
        <NameForm
          name={(baseline.name ?? baseline.build ?? '').slice(0, LONGEST_NAME)}
          save={(name) => model.changeBaseline(cohort, { action: 'name', name })}
        />
      </div>
      {changes.length > 0 && (
        <ol class="muted">
          {changes.map((line, index) => (
            <li key={changes.length - index}>{line}</li>
          ))}
        </ol>
      )}
    </details>
  );
}

interface ActionProps {
  readonly label: MessageKey;
  readonly why: MessageKey;
  readonly run: () => void;
}

function Action({ label, why, run }: ActionProps) {
  return (
    <button type="button" class="button" title={text(why)} onClick={run}>
      {text(label)}
    </button>
  );
}

/** As long as a release, a branch or a commit is called. */
const LONGEST_NAME = 80;

function NameForm({ name, save }: { readonly name: string; readonly save: (name: string) => void }) {
  const draft = useSignal(name);
  return (
    <form
      class="baseline-name"
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = draft.value.trim();
        if (wanted !== '') save(wanted);
      }}
    >
      <input
        type="text"
        aria-label={text('baselineName')}
        placeholder={text('baselineNameHint')}
        maxLength={LONGEST_NAME}
        value={draft.value}
        onInput={(event) => (draft.value = event.currentTarget.value)}
      />
      <button type="submit" class="button">
        {text('giveName')}
      </button>
    </form>
  );
}
