import type { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` prints: usage, options, examples. */
  readonly help: string;
  /** Throws an InputError or UsageError with a line that says what was wrong. */
  run(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
}

/** A command was called in a way it does not know. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
