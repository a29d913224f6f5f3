import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TemporaryFolder {
  readonly path: string;
  /** From now on the folder goes with the process, when a signal or an error ends that before `remove`. */
  removeAtExit(): void;
  remove(): Promise<void>;
}

export async function createTemporaryFolder(prefix: string): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), prefix));
  const removeNow = (): void => rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  return {
    path,
    removeAtExit: () => void process.once('exit', removeNow),
    async remove() {
      // A browser's helpers may still write for a moment after it has gone.
      await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
      process.off('exit', removeNow);
    },
  };
}
