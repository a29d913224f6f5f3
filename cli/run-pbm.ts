import { InputError } from '../src/domain/parse-report.ts';
import { type Command, UsageError } from './command.ts';
import { checkCommand } from './commands/check.ts';
import { compareCommand } from './commands/compare.ts';
import { convertCommand } from './commands/convert.ts';
import { measureCommand } from './commands/measure.ts';
import { replayCommand } from './commands/replay.ts';
import { verifyCommand } from './commands/verify.ts';
import { type ExitCode, FAILED, FINE } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

const COMMANDS: Readonly<Record<string, Command>> = {
  measure: measureCommand,
  compare: compareCommand,
  check: checkCommand,
  replay: replayCommand,
  convert: convertCommand,
  verify: verifyCommand,
};

/** Runs `pbm` with these arguments. Never rejects: what cannot be done is one line beside the results, and code 2. */
export async function runPbm(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined) {
    terminal.note(writeHelp().trimEnd());
    return FAILED;
  }
  if (name === '--version' || name === '-V') {
    terminal.print(`${__VERSION__}\n`);
    return FINE;
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    terminal.print(COMMANDS[rest[0] ?? '']?.help ?? writeHelp());
    return FINE;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    terminal.note(`pbm: expected one of ${Object.keys(COMMANDS).join(', ')}, got ${name}. See pbm --help.`);
    return FAILED;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.print(command.help);
    return FINE;
  }
  try {
    return await command.run(rest, terminal);
  } catch (error) {
    terminal.progress(undefined);
    terminal.note(describeError(name, error));
    return FAILED;
  }
}

/** What the user can act on stands in the first line; of an error that is ours the stack is shown on demand. */
function describeError(command: string, error: unknown): string {
  if (error instanceof InputError) return `pbm ${command}: ${error.message}`;
  if (error instanceof UsageError) return `pbm ${command}: ${error.message}. See pbm ${command} --help.`;
  if (!(error instanceof Error)) return `pbm ${command}: ${String(error)}`;
  const text = process.env.PBM_DEBUG
    ? (error.stack ?? error.message)
    : (error.message.split('\n', 1)[0] ?? '');
  return `pbm ${command}: ${text}`;
}

function writeHelp(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const list = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `pbm says what a page load costs, whether it is within budget, whether it got worse, and why.

Usage: pbm <command> [options]

${list.join('\n')}

  pbm <command> --help   what a command does, with examples
  pbm --version

Exit code: 0 fine, 1 a budget is broken or a regression confirmed, 2 it could not be done.

First steps:
  pbm measure http://localhost:3000/ --out before.json
  pbm measure http://localhost:3000/ --baseline before.json
`;
}
