import type { Piece } from '../derive/waterfall-rows.ts';
import { type MessageKey, text } from '../text.ts';

const WORDS: readonly (readonly [Piece, MessageKey])[] = [
  ['queue', 'pieceQueue'],
  ['connect', 'pieceConnect'],
  ['wait', 'pieceWait'],
  ['receive', 'pieceReceive'],
  ['hidden', 'phasesHidden'],
  ['run', 'pieceRun'],
];

export function WaterfallLegend() {
  return (
    <ul class="wf-legend" aria-label={text('colours')}>
      <li>{text('barsOfSides')}</li>
      {WORDS.map(([kind, word]) => (
        <li key={kind}>
          <span class={`swatch ${kind}`} />
          {text(word)}
        </li>
      ))}
    </ul>
  );
}
