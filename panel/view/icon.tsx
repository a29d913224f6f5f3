import type { Status, Tone } from '../derive/status.ts';

/** Outlines on a 16-pixel grid, drawn in the colour of the text beside them. */
const SHAPES = {
  worse: 'M8 13V3.5M3.5 7.5 8 3l4.5 4.5',
  better: 'M8 3v9.5M3.5 8.5 8 13l4.5-4.5',
  over: 'M2 4h12M8 14V6.5M4.5 10 8 6.5l3.5 3.5',
  steady: 'M3 6h10M3 10h10',
  noisy: 'M2 9.5 4.5 5 7 12l2.5-9 2 8L14 7',
  suspected: 'M5.5 6a2.5 2.5 0 1 1 3.8 2.1C8.4 8.7 8 9.1 8 10M8 12.7v.3',
  learning: 'M8 4v4l2.5 1.5M8 2a6 6 0 1 1-5.2 3',
  none: 'M4 8h8',
  unknown: 'M8 13A5 5 0 1 0 8 3a5 5 0 0 0 0 10Z',
  check: 'm3 8.5 3.2 3.2L13 4.8',
  cross: 'm4 4 8 8M12 4l-8 8',
  info: 'M8 7.5V12M8 4.7V5M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12Z',
  reload: 'M13 3v3.5H9.5M13 6.5A5.5 5.5 0 1 0 13.3 9.5',
  verify: 'M12.5 2.5v3H9.5M12.5 5.5A5.5 5.5 0 1 0 13.4 9M5.8 8.3 7.4 10l2.8-3.4',
  save: 'M8 2v8M4.5 7 8 10.5 11.5 7M3 13.5h10',
  open: 'M8 10.5V2.5M4.5 6 8 2.5 11.5 6M3 13.5h10',
  copy: 'M6 5.5h7v8H6zM3.5 10.5v-8h7',
  report: 'M4 2h5.5L12.5 5v9H4zM6.5 8h4M6.5 11h4',
  down: 'm4 6.5 4 4 4-4',
  right: 'm6.5 4 4 4-4 4',
  plus: 'M8 3v10M3 8h10',
  trash: 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 9h5.8l.6-9',
  edit: 'm3 13 .6-3L10.5 3l2.5 2.5L6 12.5 3 13Z',
  lock: 'M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  advice: 'M6 11.5h4M6.5 14h3M5.8 9.5a3.8 3.8 0 1 1 4.4 0v2H5.8z',
  source: 'M6 4.5 2.5 8 6 11.5M10 4.5 13.5 8 10 11.5',
  storage: 'M3 4.5c0-3 10-3 10 0v7c0 3-10 3-10 0zM3 4.5c0 2.5 10 2.5 10 0M3 8c0 2.5 10 2.5 10 0',
} as const;

export type IconName = keyof typeof SHAPES;

/** Always beside words that say the same, hence hidden from assistive technology. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={SHAPES[name]} />
    </svg>
  );
}

export const STATUS_ICONS: Readonly<Record<Status, IconName>> = {
  regressed: 'worse',
  'over-budget': 'over',
  suspected: 'suspected',
  improved: 'better',
  steady: 'steady',
  'too-noisy': 'noisy',
  learning: 'learning',
  'not-judged': 'none',
  'not-measured': 'none',
};

export const TONE_ICONS: Readonly<Record<Tone, IconName>> = {
  bad: 'worse',
  warn: 'suspected',
  good: 'check',
  wait: 'learning',
  quiet: 'info',
};
