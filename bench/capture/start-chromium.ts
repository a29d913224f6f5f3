import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { findChromium } from '../../cli/find-chromium.ts';
import { waitFor } from '../../cli/wait-for.ts';
import { type Cdp, type CdpSession, connectCdp } from './cdp.ts';

export interface ChromiumOptions {
  /** Folder of an unpacked extension; without one the browser has none. */
  readonly extensionDir?: string;
  readonly args?: readonly string[];
}

/** A tab without any emulation: hidden when another one is in front, cached and prerendered as for a user. */
export interface Tab {
  readonly targetId: string;
  /** Attaches; a tab that is never attached to is not changed by being watched. */
  session(): Promise<CdpSession>;
  close(): Promise<void>;
}

export interface Chromium {
  readonly browser: CdpSession;
  /** Waits until the extension's worker runs. */
  readonly worker: () => Promise<CdpSession>;
  readonly openTab: (url: string, options?: { readonly background?: boolean }) => Promise<Tab>;
  /** A tab that the page has opened itself. */
  readonly findTab: (targetId: string) => Tab;
  /** A session by the id that an event has told. */
  readonly findSession: (id: string) => CdpSession;
  readonly stop: () => Promise<void>;
}

const SWITCHES = [
  '--headless=new',
  '--no-sandbox',
  '--remote-debugging-pipe',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--password-store=basic',
  '--use-mock-keychain',
  '--window-size=1400,900',
];

/** Starts a Chromium in a profile of its own, with nothing switched off that changes how pages live. */
export async function startChromium({ extensionDir, args = [] }: ChromiumOptions = {}): Promise<Chromium> {
  const profile = await mkdtemp(join(tmpdir(), 'pbm-capture-'));
  const extension = extensionDir
    ? [`--disable-extensions-except=${extensionDir}`, `--load-extension=${extensionDir}`]
    : [];
  const child = spawn(
    findChromium(),
    [...SWITCHES, ...extension, `--user-data-dir=${profile}`, ...args, 'about:blank'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const cdp = connectCdp(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const browser = cdp.session();
  await browser.send('Browser.getVersion');
  return {
    browser,
    worker: () => attachToWorker(cdp),
    openTab: async (url, { background = false } = {}) => {
      const { targetId } = await browser.send('Target.createTarget', { url, background });
      return createTab(cdp, targetId);
    },
    findTab: (targetId) => createTab(cdp, targetId),
    findSession: (id) => cdp.session(id),
    stop: async () => {
      void browser.send('Browser.close').catch(() => undefined);
      await gone;
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

function createTab(cdp: Cdp, targetId: string): Tab {
  return {
    targetId,
    session: () => attach(cdp, targetId),
    close: async () => {
      await cdp.session().send('Target.closeTarget', { targetId });
    },
  };
}

async function attachToWorker(cdp: Cdp): Promise<CdpSession> {
  const worker = await waitFor(
    async () => {
      const { targetInfos } = await cdp.session().send('Target.getTargets');
      return targetInfos.find(
        ({ type, url }) => type === 'service_worker' && url.startsWith('chrome-extension:'),
      );
    },
    { what: 'the worker of the extension' },
  );
  const session = await attach(cdp, worker.targetId);
  await waitFor(() => hasStarted(session), { what: "the worker's script" });
  return session;
}

async function hasStarted(worker: CdpSession): Promise<true | undefined> {
  const { result } = await worker.send('Runtime.evaluate', { expression: 'typeof chrome?.runtime?.id' });
  return result.value === 'string' ? true : undefined;
}

async function attach(cdp: Cdp, targetId: string): Promise<CdpSession> {
  const { sessionId } = await cdp.session().send('Target.attachToTarget', { targetId, flatten: true });
  return cdp.session(sessionId);
}
