import type { Piece } from '../derive/waterfall-rows.ts';

const WORDS: readonly (readonly [Piece, string])[] = [
  ['queue', 'queue'],
  ['connect', 'DNS, connect, TLS'],
  ['wait', 'wait'],
  ['receive', 'receive'],
  ['hidden', 'phases hidden'],
  ['run', 'script runs'],
];

export function WaterfallLegend() {
  return (
    <ul class="wf-legend" aria-label="Colours">
      <li>upper bar baseline, lower bar now</li>
      {WORDS.map(([kind, word]) => (
        <li key={kind}>
          <span class={`swatch ${kind}`} />
          {word}
        </li>
      ))}
    </ul>
  );
}
