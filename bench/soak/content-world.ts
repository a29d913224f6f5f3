import type { Page } from 'playwright';
import { waitFor } from '../../cli/wait-for.ts';
import type { Browser } from '../../cli/browser.ts';

/** The isolated world of our content script in a page: what runs there has its powers, and is no page's script. */
export interface ContentWorld {
  /** Evaluates text and awaits what it gives. */
  readonly evaluate: <Value>(expression: string) => Promise<Value>;
  readonly detach: () => Promise<void>;
}

/** Of the document the page shows now; another document needs another one. */
export async function openContentWorld(browser: Browser, page: Page): Promise<ContentWorld> {
  const session = await browser.context.newCDPSession(page);
  const contexts: { id: number; origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
  await session.send('Runtime.enable');
  const origin = `chrome-extension://${browser.extensionId}`;
  const own = await waitFor(() => contexts.findLast((context) => context.origin === origin), {
    what: `the content script in ${page.url()}`,
  });
  return {
    async evaluate<Value>(expression: string) {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression,
        contextId: own.id,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value as Value;
    },
    detach: () => session.detach(),
  };
}
