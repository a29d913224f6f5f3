import { spawn } from 'node:child_process';
import { root } from './root.mjs';

/** npm and npx are scripts on Windows, which only a shell starts. */
const SCRIPTS = new Set(['npm', 'npx']);

/**
 * Runs a program in the checkout with its output shown, and resolves with its exit code: 127 when it could not be
 * started, 1 when a signal ended it or it had been silent for longer than `silence` milliseconds.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, silence?: number }} [options]
 * @returns {Promise<number>}
 */
export function run(program, args, { env = process.env, silence } = {}) {
  const watched = silence !== undefined;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env,
      shell: process.platform === 'win32' && SCRIPTS.has(program),
      stdio: watched ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const listen = () => {
      clearTimeout(timer);
      timer = setTimeout(() => child.kill(), silence);
    };
    if (watched) {
      listen();
      child.stdout?.on('data', listen).pipe(process.stdout, { end: false });
      child.stderr?.on('data', listen).pipe(process.stderr, { end: false });
    }
    child.on('error', () => resolve(127));
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(code ?? 1);
    });
  });
}
