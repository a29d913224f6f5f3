import * as v from 'valibot';
import { measureSize } from '../src/domain/measure-size.ts';
import { InputError, parseWith } from '../src/domain/parse-report.ts';
import { bytes, phrase } from '../src/domain/words/phrase.ts';
import { PROTOCOL_VERSION, type RequestArgument, type RequestName } from '../src/protocol/messages.ts';
import { REQUEST_RULES } from './request-schemas.ts';

const envelopeSchema = v.object({
  protocol: v.literal(PROTOCOL_VERSION),
  request: v.picklist(Object.keys(REQUEST_RULES) as RequestName[]),
  argument: v.optional(v.unknown()),
});

/** The name a message claims, so that who may ask can be settled before its argument is looked at. */
export function parseEnvelope(message: unknown): { name: RequestName; argument: unknown } {
  const { request, argument } = parseWith(envelopeSchema, message, 'message');
  return { name: request, argument };
}

/**
 * Parses the argument of a request. Throws an InputError that says in one line where, what was expected and what came;
 * one that is too large is refused before any of it is parsed.
 */
export function parseArgument<Name extends RequestName>(
  name: Name,
  argument: unknown,
): RequestArgument<Name> {
  const rule = REQUEST_RULES[name];
  if (measureSize(argument, rule.maxBytes) > rule.maxBytes) {
    const most = phrase('atMostBytes', bytes(rule.maxBytes));
    throw new InputError(phrase('expectedOfFile', name, most, phrase('more')));
  }
  return parseWith(rule.argument, argument, name);
}
