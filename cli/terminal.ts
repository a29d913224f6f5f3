import { printable } from '../src/domain/formats/printable.ts';

/** Where a command speaks. Results go to `print`, and nothing else does, so that they can be piped. */
export interface Terminal {
  /** May results be coloured? Only for a person's eyes, and not against their wish (no-color.org). */
  readonly colour: boolean;
  print(text: string): void;
  /** Progress and complaints: one line, beside the results. */
  note(line: string): void;
}

export function createTerminal(): Terminal {
  return {
    colour: process.stdout.isTTY && !process.env.NO_COLOR,
    print: (text) => void process.stdout.write(text),
    note: (line) => void process.stderr.write(`${printable(line)}\n`),
  };
}
