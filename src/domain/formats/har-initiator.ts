import * as v from 'valibot';
import { MAX_TEXT_LENGTH } from '../limits.ts';
import { type KeptQuery, redactUrl } from '../page.ts';

const frameSchema = v.object({
  functionName: v.fallback(v.string(), ''),
  url: v.string(),
  lineNumber: v.fallback(v.number(), 0),
  columnNumber: v.fallback(v.number(), 0),
});

const stackSchema = v.object({ callFrames: v.array(v.unknown()), parent: v.optional(v.unknown()) });

const initiatorSchema = v.object({
  type: v.fallback(v.string(), 'other'),
  url: v.fallback(v.optional(v.string()), undefined),
  lineNumber: v.fallback(v.optional(v.number()), undefined),
  stack: v.optional(v.unknown()),
});

/** What a request's own stack and what scheduled it come to; deeper ones explain nothing more. */
const MOST_STACKS = 10;
const MOST_FRAMES = 50;

interface Stack {
  readonly callFrames: readonly object[];
  readonly parent?: Stack;
}

/** Who asked for a request, as an object whatever the dialect: some tools write the URL alone, DevTools null. */
export function sanitizeInitiator(initiator: unknown, kept: KeptQuery): object {
  if (typeof initiator === 'string') return { type: 'other', url: redactUrl(initiator, kept) };
  const parsed = v.safeParse(initiatorSchema, initiator);
  if (!parsed.success) return { type: 'other' };
  const { type, url, lineNumber } = parsed.output;
  const stack = sanitizeStack(parsed.output.stack, kept, MOST_STACKS);
  return {
    type: type.slice(0, MAX_TEXT_LENGTH),
    ...(url !== undefined && { url: redactUrl(url, kept) }),
    ...(lineNumber !== undefined && { lineNumber }),
    ...(stack && { stack }),
  };
}

function sanitizeStack(stack: unknown, kept: KeptQuery, depth: number): Stack | undefined {
  const parsed = v.safeParse(stackSchema, stack);
  if (!parsed.success || depth === 0) return undefined;
  const callFrames = parsed.output.callFrames.slice(0, MOST_FRAMES).flatMap((frame) => {
    const known = v.safeParse(frameSchema, frame);
    if (!known.success) return [];
    const functionName = known.output.functionName.slice(0, MAX_TEXT_LENGTH);
    return [{ ...known.output, functionName, url: redactUrl(known.output.url, kept) }];
  });
  const parent = sanitizeStack(parsed.output.parent, kept, depth - 1);
  return { callFrames, ...(parent && { parent }) };
}
