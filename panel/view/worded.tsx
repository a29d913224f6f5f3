import type { ComponentChildren } from 'preact';
import { type MessageKey, text } from '../text.ts';

interface WordedProps {
  readonly words: MessageKey;
  /** What stands for `$1`, `$2`…; more than words, such as code. */
  readonly values: readonly ComponentChildren[];
}

/** No text has this character: it marks where a value goes, wherever the language puts it. */
const MARK = '\uFFFC';

/** A text whose values are elements. */
export function Worded({ words, values }: WordedProps) {
  const pieces = text(words, ...values.map((_, index) => MARK + index)).split(MARK);
  const [first, ...others] = pieces;
  return (
    <>
      {first}
      {others.map((piece) => (
        <>
          {values[Number(piece[0])]}
          {piece.slice(1)}
        </>
      ))}
    </>
  );
}
