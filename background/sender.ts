import { InputError } from '../src/domain/parse-report.ts';

/** What the browser, not the message, says of where it came from. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
}

/** The extension, as its own pages see it. */
export interface Self {
  readonly id: string;
  /** With a slash at its end, as `runtime.getURL` gives it. */
  readonly url: string;
}

export function isExtensionPage(sender: Sender, self: Self): boolean {
  return sender.id === self.id && (sender.url?.startsWith(self.url) ?? false);
}

/**
 * The tab a capture came from. Throws an InputError unless our own content script sent it, from the top frame of a
 * tab whose document has the origin the capture claims: no page may report for another one.
 */
export function readCapturingTab(url: string, sender: Sender, self: Self): number {
  if (sender.id !== self.id) throw new InputError('captureVisit: expected our own content script');
  const tabId = sender.tab?.id;
  if (tabId === undefined || sender.frameId !== 0) {
    throw new InputError('captureVisit: expected the top frame of a tab');
  }
  if (originOf(url) !== originOfSender(sender)) {
    throw new InputError('captureVisit: url: expected the origin of the page that sent it');
  }
  return tabId;
}

/** A sandboxed document has an opaque origin, written "null"; its URL still says whose page it is. */
function originOfSender({ origin, url }: Sender): string | undefined {
  return origin && origin !== 'null' ? origin : originOf(url ?? '');
}

function originOf(url: string): string | undefined {
  try {
    return new URL(url).origin;
  } catch {
    return undefined;
  }
}
