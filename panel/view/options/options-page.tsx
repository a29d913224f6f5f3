import type { OptionsModel } from '../../model/options-model.ts';
import { Icon, TONE_ICONS } from '../icon.tsx';
import { GuardCard } from './guard-card.tsx';
import { PrivacyCard } from './privacy-card.tsx';
import { RoutesCard } from './routes-card.tsx';
import { RetentionCard } from './retention-card.tsx';
import { SitesCard } from './sites-card.tsx';
import { StoredCard } from './stored-card.tsx';
import { text } from '../../text.ts';

/** One card a subject, one file a card. */
export function OptionsPage({ model }: { readonly model: OptionsModel }) {
  return (
    <div class="options">
      <h1>{text('name')}</h1>
      <a href="welcome.html">{text('firstSteps')}</a>
      <SitesCard model={model} />
      <RoutesCard model={model.routes} />
      <GuardCard guard={model.guard} />
      <StoredCard model={model} />
      <RetentionCard model={model} />
      <PrivacyCard model={model} />
      <div role="status">
        <LastNotice model={model} />
      </div>
    </div>
  );
}

function LastNotice({ model }: { readonly model: OptionsModel }) {
  const notice = model.notices.current.value;
  if (!notice) return null;
  return (
    <p class={`state ${notice.tone}`}>
      <Icon name={TONE_ICONS[notice.tone]} />
      {notice.text}
    </p>
  );
}
