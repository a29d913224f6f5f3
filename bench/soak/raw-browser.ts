import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { computeExtensionId } from '../../cli/extension-id.ts';
import { findChromium } from '../../cli/find-chromium.ts';
import { type Connection, connect } from './raw-connection.ts';
import { openRawTab, type RawTab } from './raw-tab.ts';

export interface RawBrowserOptions {
  readonly extensionDir: string;
  /** A profile to keep; without one a temporary profile is made, and removed by `stop`. */
  readonly userDataDir?: string;
}

/**
 * A Chromium driven over a pipe, for what Playwright keeps from happening: it attaches to every worker, which then
 * never idles; it switches the back/forward cache off; and it does not tell the process to kill.
 */
export interface RawBrowser {
  readonly pid: number;
  readonly extensionId: string;
  readonly connection: Connection;
  readonly openTab: (url: string) => Promise<RawTab>;
  /** Ends the whole browser as a crash or an impatient user would. The profile stays. */
  readonly kill: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const SWITCHES = [
  '--headless=new',
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-pipe',
  '--window-size=1400,900',
];

export async function startRawBrowser(options: RawBrowserOptions): Promise<RawBrowser> {
  const extensionDir = await realpath(options.extensionDir);
  const userDataDir = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'pbm-raw-')));
  const child = spawn(findChromium(), listArguments(extensionDir, userDataDir), {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const connection = connect(child.stdio[3] as Writable, child.stdio[4] as Readable);
  await connection.send('Browser.getVersion');
  return {
    pid: child.pid as number,
    extensionId: computeExtensionId(extensionDir),
    connection,
    openTab: (url) => openRawTab(connection, url),
    kill: () => end(child, () => child.kill('SIGKILL')),
    async stop() {
      await end(child, () => void connection.send('Browser.close').catch(() => undefined));
      if (options.userDataDir === undefined) {
        await rm(userDataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
      }
    },
  };
}

function listArguments(extensionDir: string, userDataDir: string): string[] {
  return [
    ...SWITCHES,
    `--user-data-dir=${userDataDir}`,
    `--disable-extensions-except=${extensionDir}`,
    `--load-extension=${extensionDir}`,
    'about:blank',
  ];
}

async function end(child: ChildProcess, ask: () => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  ask();
  await exited;
}
