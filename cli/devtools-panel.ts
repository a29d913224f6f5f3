import type { BrowserContext, Frame, Page } from 'playwright';
import { waitFor } from './wait-for.ts';

const PANEL_TITLE = 'Budgets';

/**
 * Opens the extension's panel in the DevTools that inspect `inspected` and returns its frame, loaded.
 *
 * What the way relies on (Chromium 130 to 156):
 * - each tab has its own `devtools://` window, also when docked, and Playwright lists it as a page;
 * - the front end's modules can be imported from within; `primaryPageTarget().id()` is the id of the inspected target,
 *   which tells the windows of several tabs apart;
 * - an extension's panel is a tab of the inspector view that appears some time after the window does.
 */
export async function openDevToolsPanel(
  context: BrowserContext,
  inspected: Page,
  extensionId: string,
): Promise<Frame> {
  const targetId = await readTargetId(context, inspected);
  const window = await waitFor(() => findWindow(context, targetId), {
    what: `the DevTools window of ${inspected.url()} (was the browser started with devtools?)`,
  });
  await waitFor(() => ifReady(window.evaluate<true | undefined>(SHOW_PANEL)), {
    what: `the panel "${PANEL_TITLE}" in DevTools`,
  });
  const frame = await waitFor(() => findPanelFrame(window, extensionId), { what: 'the frame of the panel' });
  await frame.waitForLoadState('load');
  return frame;
}

async function readTargetId(context: BrowserContext, page: Page): Promise<string> {
  const session = await context.newCDPSession(page);
  try {
    const { targetInfo } = await session.send('Target.getTargetInfo');
    return targetInfo.targetId;
  } finally {
    await session.detach();
  }
}

async function findWindow(context: BrowserContext, targetId: string): Promise<Page | undefined> {
  for (const page of context.pages()) {
    if (!page.url().startsWith('devtools://')) continue;
    if ((await ifReady(page.evaluate<string | undefined>(INSPECTED_TARGET))) === targetId) return page;
  }
  return undefined;
}

/** A window that is still starting has no modules or no target yet, and throws: ask again. */
async function ifReady<Answer>(answer: Promise<Answer | undefined>): Promise<Answer | undefined> {
  try {
    return await answer;
  } catch {
    return undefined;
  }
}

function findPanelFrame(window: Page, extensionId: string): Frame | undefined {
  const url = `chrome-extension://${extensionId}/panel/panel.html`;
  return window.frames().find((frame) => frame.url().startsWith(url));
}

/**
 * Expressions for the DevTools window. They are text because a bundler or test runner rewrites the `import()` of a
 * function, and what it puts in its place does not exist there.
 */
const INSPECTED_TARGET = `import('./core/sdk/sdk.js').then(
  ({ TargetManager }) => TargetManager.TargetManager.instance().primaryPageTarget()?.id()
)`;

const SHOW_PANEL = `import('./ui/legacy/legacy.js').then(async ({ InspectorView, ViewManager }) => {
  const { tabs } = InspectorView.InspectorView.instance().tabbedPane;
  const tab = tabs.find(({ title }) => title === ${JSON.stringify(PANEL_TITLE)});
  if (!tab) return undefined;
  await ViewManager.ViewManager.instance().showView(tab.id);
  return true;
})`;
