import { printable } from '../src/domain/formats/printable.ts';

/** Where a command speaks. Results go to `print`, and nothing else does, so that they can be piped. */
export interface Terminal {
  /** May results be coloured? Only for a person's eyes, and not against their wish (no-color.org). */
  readonly colour: boolean;
  print(text: string): void;
  /** Progress and complaints: one line, beside the results. */
  note(line: string): void;
  /**
   * What goes on right now, in a line that the next one takes the place of; undefined wipes it. Only for a person's eyes:
   * a log keeps every line, and this one is not worth keeping.
   */
  progress(line: string | undefined): void;
}

/** Back to the line's beginning, and nothing after it. */
const WIPE_LINE = '\r\u001b[K';

export function createTerminal(): Terminal {
  const isWatched = process.stderr.isTTY;
  const wipe = (): void => void (isWatched && process.stderr.write(WIPE_LINE));
  return {
    colour: process.stdout.isTTY && !process.env.NO_COLOR,
    print: (text) => void process.stdout.write(text),
    note(line) {
      wipe();
      process.stderr.write(`${printable(line)}\n`);
    },
    progress(line) {
      wipe();
      if (isWatched && line !== undefined)
        process.stderr.write(printable(line).slice(0, (process.stderr.columns || 80) - 1));
    },
  };
}
