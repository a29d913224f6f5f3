import { waitFor } from '../../cli/wait-for.ts';
import type { Connection } from './raw-connection.ts';

export interface RawTab {
  readonly targetId: string;
  readonly sessionId: string;
  send: Connection['send'];
  /** Resolves when the new document has loaded. */
  readonly navigate: (url: string) => Promise<void>;
  /** Evaluates in the page's own world. */
  readonly evaluate: <Value>(expression: string) => Promise<Value>;
  /** Evaluates in the world of our content script, which must have been injected. */
  readonly evaluateInContentScript: <Value>(extensionId: string, expression: string) => Promise<Value>;
  /** Origins of all live worlds, of all frames. */
  readonly listWorlds: () => string[];
  readonly close: () => Promise<void>;
}

interface Context {
  readonly id: number;
  readonly origin: string;
  readonly auxData: { readonly isDefault: boolean; readonly frameId: string };
}

export async function openRawTab(connection: Connection, url: string): Promise<RawTab> {
  const { targetId } = await connection.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await connection.send('Target.attachToTarget', { targetId, flatten: true });
  const contexts = trackContexts(connection, sessionId);
  const send: Connection['send'] = (method, parameters) => connection.send(method, parameters, sessionId);
  await Promise.all([send('Page.enable'), send('Runtime.enable')]);

  async function evaluate<Value>(expression: string, contextId?: number): Promise<Value> {
    const { result, exceptionDetails } = await send('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  const tab: RawTab = {
    targetId,
    sessionId,
    send,
    async navigate(to) {
      const loaded = nextEvent(connection, 'Page.loadEventFired', sessionId);
      await send('Page.navigate', { url: to });
      await loaded;
    },
    evaluate: (expression) => evaluate(expression),
    async evaluateInContentScript(extensionId, expression) {
      const context = await waitFor(
        () => contexts.find(({ origin }) => origin === `chrome-extension://${extensionId}`),
        { what: 'the world of the content script' },
      );
      return evaluate(expression, context.id);
    },
    listWorlds: () => contexts.map(({ origin }) => origin),
    close: () => connection.send('Target.closeTarget', { targetId }),
  };
  if (url !== 'about:blank') await tab.navigate(url);
  return tab;
}

/** Resolves with the next such event; rejects when the browser goes before it comes. */
export function nextEvent(connection: Connection, method: string, sessionId: string): Promise<void> {
  const event = new Promise<void>((resolve, reject) => {
    void connection.gone.then(() => reject(new Error('the browser has gone')));
    const { stop } = connection.listen(method, (_parameters, from) => {
      if (from !== sessionId) return;
      stop();
      resolve();
    });
  });
  // Whoever caused the event may fail first, and then nobody waits for it.
  event.catch(() => undefined);
  return event;
}

/** The live execution contexts of a tab, newest first. */
function trackContexts(connection: Connection, sessionId: string): Context[] {
  const contexts: Context[] = [];
  connection.listen('Runtime.executionContextCreated', ({ context }, from) => {
    if (from === sessionId) contexts.unshift(context);
  });
  connection.listen('Runtime.executionContextDestroyed', ({ executionContextId }, from) => {
    const index = contexts.findIndex(({ id }) => id === executionContextId);
    if (from === sessionId && index >= 0) contexts.splice(index, 1);
  });
  connection.listen('Runtime.executionContextsCleared', (_parameters, from) => {
    if (from === sessionId) contexts.length = 0;
  });
  return contexts;
}
