import { describeCohort } from '../derive/words.ts';
import { deriveBreaches, deriveVerdictLine, groupByCause } from '../derive/breach-list.ts';
import { allowSite } from '../connection/site-permission.ts';
import type { PopupState } from '../model/popup-state.ts';
import { formatMoment } from '../format.ts';
import { Icon } from './icon.tsx';
import { text } from '../text.ts';

export function Popup({ state, refresh }: { readonly state: PopupState; readonly refresh: () => void }) {
  return (
    <div class="popup">
      <h1>{state.page?.key.replace(/^https?:\/\//, '') ?? text('budget')}</h1>
      <Content state={state} refresh={refresh} />
      <footer>
        <span class="muted">{text('detailsHint')}</span>
        {state.page && (
          <button type="button" class="tool" onClick={() => void exportPage(state.page?.key)}>
            <Icon name="save" />
            {text('export')}
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
    return <Message line={text('storageFailed', failure)} label={text('retry')} run={refresh} />;
  }
  if (access.status === 'not-allowed') {
    const allow = (): void => void allowAndSync(access.site.pattern).then(refresh);
    return (
      <>
        {latest && <Verdict state={state} />}
        <Message
          line={text('notAllowed', access.site.host)}
          label={text('allow', access.site.host)}
          run={allow}
        />
      </>
    );
  }
  if (latest) return <Verdict state={state} />;
  if (access.status === 'unknown') return <p class="muted">{text('reading')}</p>;
  if (access.status === 'unsupported') return <Message line={text('unsupported')} />;
  return <Message line={text('waitingForLoad')} />;
}

function Verdict({ state }: { readonly state: PopupState }) {
  const latest = state.visits.at(-1);
  if (!latest) return null;
  const verdict = deriveVerdictLine(latest);
  return (
    <>
      <p class={`verdict ${verdict.tone}`}>
        <Icon name={verdict.icon} />
        <strong>{verdict.text}</strong>
      </p>
      {groupByCause(deriveBreaches(latest, state.comparison)).map(({ cause, breaches }) => (
        <section key={cause ?? ''} class="breach-group">
          {cause && <h2>{cause}</h2>}
          <ul class="breaches">
            {breaches.map(({ key, label, what, amount }) => (
              <li key={key}>
                <span class="state bad">
                  <Icon name={what === 'regressed' ? 'worse' : 'over'} />
                  {text(what)}
                </span>
                <strong>{label}</strong>
                <span>{amount}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p class="muted">
        {formatMoment(latest.snapshot.startedAt, Date.now())} · {describeCohort(latest.judgement.cohort)}
      </p>
    </>
  );
}

interface MessageProps {
  readonly line: string;
  readonly label?: string;
  readonly run?: () => void;
}

function Message({ line, label, run }: MessageProps) {
  return (
    <div class="message">
      <p>{line}</p>
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
