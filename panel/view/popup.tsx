import { describeCohort } from '../derive/words.ts';
import { deriveBreaches, deriveVerdictLine } from '../derive/breach-list.ts';
import { allowSite } from '../connection/site-permission.ts';
import type { PopupState } from '../model/popup-state.ts';
import { formatMoment } from '../format.ts';
import { Icon, TONE_ICONS } from './icon.tsx';

export function Popup({ state, refresh }: { readonly state: PopupState; readonly refresh: () => void }) {
  return (
    <div class="popup">
      <h1>{state.page?.key.replace(/^https?:\/\//, '') ?? 'Performance budget'}</h1>
      <Content state={state} refresh={refresh} />
      <footer>
        <span class="muted">
          Details: DevTools <kbd>F12</kbd> → Budgets
        </span>
        {state.page && (
          <button type="button" class="tool" onClick={() => void exportPage(state.page?.key)}>
            <Icon name="save" />
            Export
          </button>
        )}
      </footer>
    </div>
  );
}

function Content({ state, refresh }: { readonly state: PopupState; readonly refresh: () => void }) {
  const { access, failure } = state;
  const latest = state.visits.at(-1);
  if (failure !== undefined) {
    return (
      <Message
        text={`The storage cannot be opened: ${failure}. Nothing has been deleted.`}
        label="Retry"
        run={refresh}
      />
    );
  }
  if (access.status === 'not-allowed') {
    const allow = (): void => void allowAndSync(access.site.pattern).then(refresh);
    return (
      <>
        {latest && <Verdict state={state} />}
        <Message
          text={`Loads of ${access.site.host} are not measured until you allow it. What is measured stays on this computer.`}
          label={`Allow ${access.site.host}`}
          run={allow}
        />
      </>
    );
  }
  if (latest) return <Verdict state={state} />;
  if (access.status === 'unknown') return <p class="muted">Reading what is stored…</p>;
  if (access.status === 'unsupported')
    return <Message text="This page cannot be measured. Go to an http or https page." />;
  return (
    <Message text="Waiting for the first load. Reload the page; its verdict appears about three seconds after." />
  );
}

function Verdict({ state }: { readonly state: PopupState }) {
  const latest = state.visits.at(-1);
  if (!latest) return null;
  const line = deriveVerdictLine(latest);
  return (
    <>
      <p class={`verdict ${line.tone}`}>
        <Icon name={TONE_ICONS[line.tone]} />
        <strong>{line.text}</strong>
      </p>
      <ul class="breaches">
        {deriveBreaches(latest, state.comparison).map(({ key, label, what, amount, cause }) => (
          <li key={key}>
            <span class="state bad">
              <Icon name={what === 'Regressed' ? 'worse' : 'over'} />
              {what}
            </span>
            <strong>{label}</strong>
            <span>{amount}</span>
            {cause && <p class="muted">{cause}</p>}
          </li>
        ))}
      </ul>
      <p class="muted">
        {formatMoment(latest.snapshot.startedAt, Date.now())} · {describeCohort(latest.judgement.cohort)}
      </p>
    </>
  );
}

interface MessageProps {
  readonly text: string;
  readonly label?: string;
  readonly run?: () => void;
}

function Message({ text, label, run }: MessageProps) {
  return (
    <div class="message">
      <p>{text}</p>
      {label && (
        <button type="button" class="button primary" onClick={run}>
          {label}
        </button>
      )}
    </div>
  );
}

async function allowAndSync(pattern: string): Promise<void> {
  if (!(await allowSite(pattern))) return;
  const { request } = await import('../../src/protocol/channel.ts');
  await request('syncSites', undefined);
}

async function exportPage(key: string | undefined): Promise<void> {
  const { exportPage: save } = await import('../model/export-page.ts');
  await save(key);
}
