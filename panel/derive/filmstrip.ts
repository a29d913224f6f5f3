import type { MetricName } from '../../src/domain/metric.ts';
import type { JudgedVisit } from '../../src/domain/select-baseline.ts';
import type { MetricVerdict } from '../../src/domain/verdict.ts';
import { formatDelta, formatValue } from '../format.ts';
import { text } from '../text.ts';
import { nameMetric } from './metric-words.ts';
import { type LabelSide, placeLabels } from './place-labels.ts';
import { deriveStatus, STATUS_TONES, type Tone } from './status.ts';

/** What a visitor sees between two milestones. */
export const SCENES = ['waiting', 'blank', 'first', 'largest', 'loaded'] as const;

export type Scene = (typeof SCENES)[number];

export interface FilmScene {
  readonly scene: Scene;
  /** Shares of the width. */
  readonly from: number;
  readonly to: number;
}

export interface FilmStop {
  readonly metric: MetricName;
  readonly label: string;
  readonly value: string;
  readonly x: number;
  /** Where the baseline has it. */
  readonly baseline?: number;
  readonly tone: Tone;
  /** On which side its label stands; absent when there is no room for it. */
  readonly side?: LabelSide;
  /** "LCP 1,592 ms, baseline 1,180 ms, +412 ms". */
  readonly told: string;
}

export interface Filmstrip {
  readonly scenes: readonly FilmScene[];
  readonly stops: readonly FilmStop[];
}

/** What is seen from each milestone on, in the order they usually have. */
const BEGINS: readonly (readonly [MetricName, Scene])[] = [
  ['timeToFirstByte', 'blank'],
  ['firstContentfulPaint', 'first'],
  ['largestContentfulPaint', 'largest'],
  ['load', 'loaded'],
];

const STOPS: readonly MetricName[] = [
  'largestContentfulPaint',
  'firstContentfulPaint',
  'load',
  'timeToFirstByte',
];

const HEADROOM = 1.02;

/**
 * A load as a strip of what was seen when, with its milestones and where the baseline has them. `labelWidth` is a
 * share of the strip. Undefined when the load has no paint: nothing was seen then.
 */
export function deriveFilmstrip(
  { snapshot, judgement }: JudgedVisit,
  labelWidth: number,
): Filmstrip | undefined {
  const { metrics } = snapshot;
  if (metrics.firstContentfulPaint === undefined) return undefined;
  const known = STOPS.flatMap((metric) => {
    const moment = metrics[metric];
    if (moment === undefined) return [];
    const verdict = judgement.metrics[metric];
    const budget = judgement.budgets.find(({ key }) => key === metric);
    return [
      {
        metric,
        moment,
        verdict,
        tone: STATUS_TONES[deriveStatus({ value: moment, verdict, budget, unit: 'ms' })],
      },
    ];
  });
  const end = known.reduce(
    (latest, { moment, verdict }) => Math.max(latest, moment, verdict?.baseline?.value ?? 0),
    1,
  );
  const share = (moment: number): number => moment / (end * HEADROOM);
  const labelled = placeLabels(
    known.map((stop) => ({ id: stop, x: share(stop.moment) })),
    // What is in trouble is named first.
    {
      width: labelWidth,
      rankOf: ({ metric, tone }) => STOPS.indexOf(metric) + (tone === 'bad' ? 0 : STOPS.length),
    },
  );
  const stops = known
    .map((stop): FilmStop => {
      const { metric, moment, verdict, tone } = stop;
      const baseline = verdict?.baseline?.value;
      const side = labelled.get(stop);
      return {
        metric,
        label: nameMetric(metric),
        value: formatValue(moment, 'ms'),
        x: share(moment),
        ...(baseline !== undefined && { baseline: share(baseline) }),
        tone,
        ...(side && { side }),
        told: tell(metric, moment, verdict),
      };
    })
    .sort((a, b) => a.x - b.x);
  return { scenes: listScenes(metrics, share), stops };
}

/** A milestone that came late changes nothing of what is seen: scenes only go on. */
function listScenes(
  metrics: JudgedVisit['snapshot']['metrics'],
  share: (moment: number) => number,
): FilmScene[] {
  const scenes: { scene: Scene; from: number }[] = [{ scene: 'waiting', from: 0 }];
  for (const [metric, scene] of BEGINS) {
    const moment = metrics[metric];
    if (moment === undefined) continue;
    const last = scenes.at(-1)?.from ?? 0;
    scenes.push({ scene, from: Math.max(last, share(moment)) });
  }
  return scenes.flatMap(({ scene, from }, index) => {
    const to = scenes[index + 1]?.from ?? 1;
    return to > from ? [{ scene, from, to }] : [];
  });
}

function tell(metric: MetricName, moment: number, verdict: MetricVerdict | undefined): string {
  const baseline = verdict?.baseline?.value;
  return [
    `${nameMetric(metric)} ${formatValue(moment, 'ms')}`,
    baseline === undefined ? '' : text('rowBaseline', formatValue(baseline, 'ms')),
    verdict?.delta === undefined ? '' : formatDelta(verdict.delta, 'ms'),
  ]
    .filter(Boolean)
    .join(', ');
}
