import type { MetricName } from '../../src/domain/metric.ts';
import type { JudgedVisit } from '../../src/domain/select-baseline.ts';
import { deriveFilmstrip, type FilmScene, type FilmStop } from '../derive/filmstrip.ts';
import { percent } from './percent.ts';
import { SceneFrame } from './scene-frame.tsx';
import { useSize } from './use-size.ts';
import { text } from '../text.ts';

/** Pixels that a label takes, and that a picture needs. */
const LABEL = 92;
const PICTURE = 30;

interface FilmstripProps {
  readonly load: JudgedVisit;
  readonly explain: (metric: MetricName) => void;
}

/** What a visitor saw when: a picture between each two milestones, and ticks where the baseline had them. */
export function Filmstrip({ load, explain }: FilmstripProps) {
  const { ref, size } = useSize<HTMLElement>();
  const width = size.value?.width ?? 0;
  const film = deriveFilmstrip(load, width > 0 ? LABEL / width : 1);
  return (
    <figure class="film" aria-label={text('seenWhen')} ref={ref}>
      {film && width > 0 && (
        <>
          <div class="film-strip" aria-hidden="true" title={text('filmDashed')}>
            {film.scenes.map((scene) => (
              <Scene key={scene.scene} scene={scene} width={width} />
            ))}
            {film.stops.map(
              ({ metric, baseline }) =>
                baseline !== undefined && (
                  <span key={metric} class="film-base" style={{ left: percent(baseline) }} />
                ),
            )}
          </div>
          <ul class="film-stops">
            {film.stops.map((stop) => (
              <Stop key={stop.metric} stop={stop} explain={explain} />
            ))}
          </ul>
        </>
      )}
    </figure>
  );
}

function Scene({ scene: { scene, from, to }, width }: { readonly scene: FilmScene; readonly width: number }) {
  return (
    <span class={`film-scene ${scene}`} style={{ left: percent(from), width: percent(to - from) }}>
      {(to - from) * width >= PICTURE && <SceneFrame scene={scene} />}
    </span>
  );
}

function Stop({
  stop: { metric, label, value, x, tone, side, told },
  explain,
}: {
  readonly stop: FilmStop;
  readonly explain: (metric: MetricName) => void;
}) {
  return (
    <li class={`${tone} ${side ?? ''}`} style={{ left: percent(x) }} title={told}>
      {side ? (
        <button type="button" aria-label={told} onClick={() => explain(metric)}>
          {label} <strong>{value}</strong>
        </button>
      ) : (
        <span class="visually-hidden">{told}</span>
      )}
    </li>
  );
}
