import { realpathSync } from 'node:fs';
import { type BrowserContext, chromium, type Frame, type Page, type Worker } from 'playwright';
import { openDevToolsPanel } from './devtools-panel.ts';
import { computeExtensionId } from './extension-id.ts';
import { findChromium } from './find-chromium.ts';
import { createTemporaryFolder } from './temporary-folder.ts';
import { waitFor } from './wait-for.ts';

export interface BrowserOptions {
  /** Folder of the built extension. */
  readonly extensionDir: string;
  readonly headed?: boolean;
  /** A profile to keep; without one a temporary profile is made, and removed by `stop`. */
  readonly userDataDir?: string;
  /** Every tab opens with DevTools docked to it, which `openPanel` needs. */
  readonly devtools?: boolean;
  /** How numbers and dates are written: "de"; American English without it. */
  readonly locale?: string;
  /** More switches for Chromium. */
  readonly args?: readonly string[];
}

export interface Browser {
  readonly context: BrowserContext;
  /** The tab the browser opened with. `context.pages()` also lists the DevTools windows. */
  readonly page: Page;
  readonly extensionId: string;
  /** The running worker of the extension; waits for it to start. */
  serviceWorker(): Promise<Worker>;
  /** The extension's real panel in the DevTools of `page` (default: the first tab), brought to the front. */
  openPanel(page?: Page): Promise<Frame>;
  stop(): Promise<void>;
}

const SWITCHES = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--window-size=1400,900',
];

/** Starts a Chromium with the extension, in a profile of its own. Rejects when there is none or it does not start. */
export async function startBrowser(options: BrowserOptions): Promise<Browser> {
  const executablePath = findChromium();
  const extensionDir = realpathSync(options.extensionDir);
  const extensionId = computeExtensionId(extensionDir);
  const profile = options.userDataDir === undefined ? await createTemporaryFolder('pbm-profile-') : undefined;
  const userDataDir = options.userDataDir ?? profile?.path ?? '';
  // Without this Playwright hides DevTools windows, whose target type is "other"; it reads the variable at each attach.
  if (options.devtools) process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1';
  try {
    const context = await chromium.launchPersistentContext(userDataDir, {
      executablePath,
      // Playwright's own headless mode would start a browser without extensions.
      headless: false,
      viewport: null,
      ignoreDefaultArgs: ['--disable-extensions'],
      args: listArguments(options, extensionDir),
      ...(options.locale !== undefined && { locale: options.locale }),
    });
    // Registered after Playwright's own, which ends the browser.
    profile?.removeAtExit();
    const page = await findFirstTab(context);
    return {
      context,
      page,
      extensionId,
      serviceWorker: () => findWorker(context, extensionId),
      openPanel: (inspected = page) => openDevToolsPanel(context, inspected, extensionId),
      stop: async () => {
        await context.close();
        await profile?.remove();
      },
    };
  } catch (error) {
    await profile?.remove();
    throw new Error(`${executablePath}: expected a Chromium that starts, got: ${describeFailure(error)}`, {
      cause: error,
    });
  }
}

/** The browser's own complaint, such as a library that is missing, stands somewhere in Playwright's log. */
function describeFailure(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const complaint = /error while loading shared libraries: .*|No usable sandbox.*|Missing X server.*/.exec(
    message,
  );
  return complaint?.[0] ?? message.split('\n', 1)[0] ?? message;
}

function listArguments(options: BrowserOptions, extensionDir: string): string[] {
  return [
    ...SWITCHES,
    `--disable-extensions-except=${extensionDir}`,
    `--load-extension=${extensionDir}`,
    ...(options.headed ? [] : ['--headless=new']),
    ...(options.devtools ? ['--auto-open-devtools-for-tabs'] : []),
    ...(options.args ?? []),
  ];
}

/** The order of `pages()` is the order of attaching: a DevTools window may come before the tab it inspects. */
function findFirstTab(context: BrowserContext): Promise<Page> {
  return waitFor(() => context.pages().find((page) => !page.url().startsWith('devtools://')), {
    what: 'the first tab',
  });
}

function findWorker(context: BrowserContext, extensionId: string): Promise<Worker> {
  const origin = `chrome-extension://${extensionId}/`;
  return waitFor(() => context.serviceWorkers().find((worker) => worker.url().startsWith(origin)), {
    what: 'the service worker of the extension',
  });
}
