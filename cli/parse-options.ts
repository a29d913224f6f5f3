import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './command.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

type Parsed<Known extends Options> = ReturnType<
  typeof parseArgs<{ options: Known; allowPositionals: true; strict: true }>
>;

/** Parses the arguments of a command. Throws a UsageError of one line for an option it does not know or a value missing. */
export function parseOptions<const Known extends Options>(
  args: readonly string[],
  options: Known,
): Parsed<Known> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(describe(error));
  }
}

/** One of `choices`, or `fallback` when the option was not given. */
export function parseChoice<const Choice extends string>(
  name: string,
  value: string | undefined,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  if (value === undefined) return choices[0];
  const choice = choices.find((each) => each === value);
  if (choice === undefined) throw new UsageError(`${name}: expected ${choices.join(', ')}, got ${value}`);
  return choice;
}

export interface Bounds {
  readonly fallback: number;
  readonly least: number;
  readonly most: number;
}

export function parseCount(
  name: string,
  value: string | undefined,
  { fallback, least, most }: Bounds,
): number {
  if (value === undefined) return fallback;
  const count = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (count >= least && count <= most) return count;
  throw new UsageError(`${name}: expected a whole number from ${least} to ${most}, got ${value}`);
}

/** Node's message ends with advice of several sentences; the first one says it all. */
function describe(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split(/\. |\n/, 1)[0] ?? message;
}
