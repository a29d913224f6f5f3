import type { Flag } from '../derive/flags.ts';
import type { Headline } from '../derive/headline.ts';
import type { PanelModel } from '../model/panel-model.ts';
import { Chips } from './chips.tsx';
import { Icon, TONE_ICONS } from './icon.tsx';
import { type MessageKey, text } from '../text.ts';

interface HeroProps {
  readonly model: PanelModel;
  readonly headline: Headline;
  readonly flags: readonly Flag[];
}

/** What matters, in one sentence, with the way on. */
export function Hero({ model, headline, flags }: HeroProps) {
  return (
    <section class={`hero ${headline.tone}`} aria-label={text('verdict')}>
      <span class="hero-mark">
        <Icon name={headline.next === 'budgets' ? 'over' : TONE_ICONS[headline.tone]} />
      </span>
      <div class="hero-words">
        <h1>{headline.text}</h1>
        {headline.detail && <p>{headline.detail}</p>}
        <Chips flags={flags} />
      </div>
      <NextStep model={model} next={headline.next} />
    </section>
  );
}

function NextStep({ model, next }: { readonly model: PanelModel; readonly next: Headline['next'] }) {
  const { reload } = model.tab;
  if (next === 'why') return <Step label="showWhy" run={() => model.explain({})} />;
  if (next === 'budgets') return <Step label="showBudgets" run={() => (model.screen.value = 'budgets')} />;
  return next === 'reload' && reload ? <Step label="reload" run={reload} /> : null;
}

function Step({ label, run }: { readonly label: MessageKey; readonly run: () => void }) {
  return (
    <button type="button" class="button primary" onClick={run}>
      {text(label)}
    </button>
  );
}
