export interface SourcePlace {
  /** Both from 0, as DevTools counts them. */
  readonly line: number;
  readonly column: number;
}

/** Line and column of a character of a text; the end of the text for one behind it. */
export function locateOffset(text: string, offset: number): SourcePlace {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  return { line: before.split('\n').length - 1, column: before.length - lastBreak - 1 };
}
