import type { OpenRegression } from '../derive/open-regressions.ts';
import type { PanelModel } from '../model/panel-model.ts';
import { Icon } from './icon.tsx';
import { text } from '../text.ts';

export function RegressionList({
  model,
  regressions,
}: {
  readonly model: PanelModel;
  readonly regressions: readonly OpenRegression[];
}) {
  const cohorts = [...new Map(regressions.map(({ cohort, cohortText }) => [cohort, cohortText]))];
  return (
    <section class="card" aria-labelledby="open-regressions">
      <h2 id="open-regressions">{text('openRegressions')}</h2>
      {regressions.length === 0 && <p class="muted">{text('noRegressions')}</p>}
      <ul class="regressions">
        {regressions.map((regression) => (
          <li key={regression.cohort + regression.metric}>
            <button type="button" class="row-button" onClick={() => model.explain(regression)}>
              <span class="state bad">
                <Icon name="worse" />
                {regression.label}
              </span>
              <strong>
                {regression.delta}
                {regression.relative && <small> {regression.relative}</small>}
              </strong>
              <span class="muted">
                {[regression.since, regression.ofLatestKind ? undefined : regression.cohortText]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {regression.cause && <span class="cause-line">{regression.cause}</span>}
            </button>
          </li>
        ))}
      </ul>
      {cohorts.map(([cohort, kind]) => (
        <AcceptBaseline
          key={cohort}
          kind={kind}
          accept={() => model.changeBaseline(cohort, { action: 'accept' })}
        />
      ))}
    </section>
  );
}

/** The only way for a baseline to move upwards. It can be taken back, hence it is not asked twice. */
function AcceptBaseline({ kind, accept }: { readonly kind: string; readonly accept: () => void }) {
  return (
    <div class="accept">
      <button type="button" class="button" onClick={accept}>
        {text('acceptBaseline')}
      </button>
      <span class="muted">{text('acceptMeans', kind)}</span>
    </div>
  );
}
