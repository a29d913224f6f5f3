import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

/** What the search may look at; the defaults are this machine. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly exists: (path: string) => boolean;
  /** Where Playwright would have put its own download; undefined when it has none for this platform. */
  readonly playwrightPath: string | undefined;
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-for-testing'];

/** Debian's /usr/bin/chromium is a shell script around this binary; it adds flags of its own, so it comes second. */
const LINUX_BINARIES = ['/usr/lib/chromium/chromium', '/usr/lib/chromium-browser/chromium-browser'];

const MAC_BINARIES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
];

/** Branded Chrome is left out on purpose: from 137 on it starts, ignores --load-extension and measures nothing. */
export const NO_CHROMIUM =
  'No Chromium found. Install one (`npx playwright install chromium`, or `apt-get install chromium` on Debian) or set ' +
  'PBM_CHROMIUM to its path. An installed Google Chrome cannot be used: since version 137 it ignores --load-extension.';

/**
 * Path of a Chromium that loads unpacked extensions: PBM_CHROMIUM, else Playwright's own download, else one of the
 * system. Throws an Error of one line when there is none, or when PBM_CHROMIUM names a file that does not exist.
 */
export function findChromium(surroundings: Surroundings = readSurroundings()): string {
  const { env, exists, playwrightPath } = surroundings;
  const chosen = env.PBM_CHROMIUM;
  if (chosen) {
    if (exists(chosen)) return chosen;
    throw new Error(`PBM_CHROMIUM: expected the path of a Chromium, got ${chosen}, which does not exist.`);
  }
  const candidates = [...(playwrightPath ? [playwrightPath] : []), ...listSystemPaths(surroundings)];
  const found = candidates.find(exists);
  if (!found) throw new Error(NO_CHROMIUM);
  return found;
}

function listSystemPaths({ env, platform }: Surroundings): string[] {
  const suffix = platform === 'win32' ? '.exe' : '';
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
  if (platform === 'darwin') return [...onPath, ...MAC_BINARIES];
  if (platform !== 'win32') return [...LINUX_BINARIES, ...onPath];
  return env.LOCALAPPDATA ? [...onPath, join(env.LOCALAPPDATA, 'Chromium/Application/chrome.exe')] : onPath;
}

function readSurroundings(): Surroundings {
  return {
    env: process.env,
    platform: process.platform,
    exists: existsSync,
    playwrightPath: readPlaywrightPath(),
  };
}

/** Playwright throws on platforms it has no browser for. */
function readPlaywrightPath(): string | undefined {
  try {
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}
