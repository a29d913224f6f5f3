import { setTimeout as sleep } from 'node:timers/promises';
import type { CdpSession } from '../capture/cdp.ts';

/** A user at a page: real input, not events that a script dispatches. */
export interface Driver {
  /** In the middle of an element. */
  readonly click: (selector: string) => Promise<void>;
  /** A printable character, into whatever has the focus. */
  readonly press: (key: string) => Promise<void>;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** To the page's own origin. */
  readonly navigate: (path: string) => Promise<void>;
  readonly back: () => Promise<void>;
  readonly evaluate: (expression: string) => Promise<unknown>;
}

export function createDriver(session: CdpSession, origin: string): Driver {
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result } = await session.send('Runtime.evaluate', {
      expression,
      returnByValue: true,
      awaitPromise: true,
      userGesture: true,
    });
    return result.value;
  };
  return {
    evaluate,
    pause: sleep,
    async click(selector) {
      const [x, y] = (await evaluate(`(({ x, y, width, height }) => [x + width / 2, y + height / 2])(
        document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect())`)) as [number, number];
      const mouse = { x, y, button: 'left', clickCount: 1 } as const;
      await session.send('Input.dispatchMouseEvent', { ...mouse, type: 'mousePressed' });
      await session.send('Input.dispatchMouseEvent', { ...mouse, type: 'mouseReleased' });
    },
    async press(key) {
      await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key });
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key });
    },
    async navigate(path) {
      await session.send('Page.navigate', { url: origin + path });
      await waitForDocument(evaluate, path);
    },
    async back() {
      const { currentIndex, entries } = await session.send('Page.getNavigationHistory');
      const entry = entries[currentIndex - 1];
      if (!entry) throw new Error('expected an entry in the history to go back to');
      await session.send('Page.navigateToHistoryEntry', { entryId: entry.id });
      await waitForDocument(evaluate, new URL(entry.url).pathname);
    },
  };
}

/** Until the document of a path is the one that answers. */
async function waitForDocument(evaluate: Driver['evaluate'], path: string): Promise<void> {
  const pathname = JSON.stringify(path.split('?')[0]);
  for (let tries = 0; tries < 300; tries++) {
    const isThere = await evaluate(`location.pathname === ${pathname}`).catch(() => false);
    if (isThere) return;
    await sleep(50);
  }
  throw new Error(`waited in vain for ${path}`);
}
