import { InputError } from '../src/domain/parse-report.ts';
import { ToldError } from '../src/domain/words/told-error.ts';
import type { Reply, RequestArgument, RequestName, RequestReply } from '../src/protocol/messages.ts';
import { countRefused } from '../src/store/counters.ts';
import { openMonitorDatabase } from '../src/store/database.ts';
import { HANDLERS, readSelf } from './handlers.ts';
import { parseArgument, parseEnvelope } from './parse-request.ts';
import { REQUEST_RULES } from './request-schemas.ts';
import { isExtensionPage, type Sender } from './sender.ts';

/** Long enough for a path and two values, short enough for one line of a panel. */
const LONGEST_ERROR = 300;

/**
 * Answers any message from anywhere, and never rejects: what is not a request, not allowed or not well-formed is
 * refused with one line that says why, and counted unless it came from a page of our own, which gets the line as a
 * phrase, too: it may speak another language.
 */
export async function answer(message: unknown, sender: Sender): Promise<Reply> {
  const isOwnPage = isExtensionPage(sender, readSelf());
  try {
    const { name, argument } = parseEnvelope(message);
    if (REQUEST_RULES[name].from === 'extension' && !isOwnPage) {
      throw new InputError(`${name}: expected a page of this extension`);
    }
    return { ok: true, value: await handle(name, parseArgument(name, argument), sender) };
  } catch (error) {
    if (error instanceof InputError && !isOwnPage) await tryToCount();
    const said = isOwnPage && error instanceof ToldError ? error.said : undefined;
    return { ok: false, error: describe(error), ...(typeof said === 'object' && { said }) };
  }
}

function handle<Name extends RequestName>(
  name: Name,
  argument: RequestArgument<Name>,
  sender: Sender,
): Promise<RequestReply<Name>> {
  const handler = HANDLERS[name] as (
    argument: RequestArgument<Name>,
    sender: Sender,
  ) => Promise<RequestReply<Name>>;
  return handler(argument, sender);
}

/** A count that cannot be written is no reason not to answer. */
async function tryToCount(): Promise<void> {
  try {
    await countRefused(await openMonitorDatabase());
  } catch {
    // The answer itself says that the message was refused.
  }
}

function describe(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n', 1)[0] ?? '').slice(0, LONGEST_ERROR) || 'failed without a reason';
}
