import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { run } from './run.mjs';

/** Lowest Node the installed tools run on; it stands in package.json too. */
const LEAST_NODE = [20, 19];

/** A download that has said nothing for so long will not go on: Playwright reports every tenth of it. */
const SILENCE = 90_000;

/** What the user has to do; shown without a stack. */
export class SetUpError extends Error {}

/** Installs the locked dependencies when they are missing or older than the lock file. Throws a SetUpError. */
export async function installDependencies() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = LEAST_NODE;
  if (major < leastMajor || (major === leastMajor && minor < leastMinor)) {
    throw new SetUpError(
      `This needs Node ${LEAST_NODE.join('.')} or newer; this is ${process.versions.node}.`,
    );
  }
  if (areDependenciesInstalled()) return;
  console.log('Installing the locked dependencies (npm ci) ...');
  if ((await run('npm', ['ci', '--no-audit', '--no-fund'])) !== 0) {
    throw new SetUpError(
      'npm ci failed, see above. Check the network or the registry npm is set to, and try again.',
    );
  }
}

/** npm writes its own copy of the lock file when it has finished, so a broken installation counts as none. */
function areDependenciesInstalled() {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  return statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

/**
 * Finds a Chromium, or gets one: Playwright's download, else Debian's package where we may install it. To be called
 * once the dependencies are there. Throws a SetUpError that says what to do.
 */
export async function ensureChromium() {
  const found = await searchChromium();
  if (found.path) return console.log(`Chromium: ${found.path}`);
  // A path that was chosen and is wrong is for the user to mend: another browser is not what they asked for.
  if (process.env.PBM_CHROMIUM) throw new SetUpError(found.problem);
  const isRoot = process.getuid?.() === 0;
  console.log('No Chromium here. Downloading the one of Playwright ...');
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' };
  const withLibraries = isRoot && process.platform === 'linux' ? ['--with-deps'] : [];
  await run('npx', ['playwright', 'install', ...withLibraries, 'chromium'], { env, silence: SILENCE });
  if (!(await searchChromium()).path && isRoot && existsSync('/etc/debian_version')) {
    console.log('That did not work. Installing the package of Debian ...');
    await run('apt-get', ['update']);
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
  }
  const { path, problem } = await searchChromium();
  if (!path) throw new SetUpError(problem);
  console.log(`Chromium: ${path}`);
}

/**
 * The search is the command line's own; Vite runs its TypeScript without a build.
 *
 * @returns {Promise<{ path?: string, problem: string }>}
 */
async function searchChromium() {
  const { runnerImport } = await import('vite');
  /** @type {{ module: { findChromium: () => string } }} */
  const { module } = await runnerImport(join(root, 'cli/find-chromium.ts'), {
    root,
    configFile: false,
    logLevel: 'error',
  });
  try {
    return { path: module.findChromium(), problem: '' };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Runs the main function of a tool: what the user has to do is one line, anything else is a fault of ours.
 *
 * @param {() => Promise<number>} main resolves with the exit code
 */
export async function runTool(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
