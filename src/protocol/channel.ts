import browser from 'webextension-polyfill';
import { phrase } from '../domain/words/phrase.ts';
import { ToldError } from '../domain/words/told-error.ts';
import {
  CHANGES_CHANNEL,
  type ChangeHint,
  type Envelope,
  PROTOCOL_VERSION,
  type Reply,
  type RequestArgument,
  type RequestName,
  type RequestReply,
} from './messages.ts';

/** Rejects with the worker's own line when it refused, and with the browser's when it could not be reached. */
export async function request<Name extends RequestName>(
  name: Name,
  argument: RequestArgument<Name>,
): Promise<RequestReply<Name>> {
  const envelope: Envelope<Name> = { protocol: PROTOCOL_VERSION, request: name, argument };
  const reply: Reply<Name> | undefined = await browser.runtime.sendMessage(envelope);
  if (!reply) throw new ToldError(phrase('noAnswer', name));
  if (!reply.ok) throw new ToldError(reply.said ?? reply.error);
  return reply.value;
}

export function broadcastChange(pages: readonly string[], visits?: readonly string[]): void {
  const channel = new BroadcastChannel(CHANGES_CHANNEL);
  channel.postMessage({ type: 'changed', pages, ...(visits && { visits }) } satisfies ChangeHint);
  channel.close();
}

/**
 * Calls `listener` whenever the worker has committed something. A hint may be missed while nobody listens, so read
 * once after subscribing. The channel needs no connection: a sleeping or dead worker leaves it as it was.
 */
export function observeChanges(listener: (hint: ChangeHint) => void): { stop: () => void } {
  const channel = new BroadcastChannel(CHANGES_CHANNEL);
  channel.onmessage = (event: MessageEvent<ChangeHint>) => listener(event.data);
  return { stop: () => channel.close() };
}
