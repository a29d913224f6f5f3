import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findExtension } from '../../cli/measure/extension-dir.ts';

interface Manifest {
  readonly permissions: readonly string[];
  readonly host_permissions: readonly string[];
  readonly content_scripts: readonly { readonly all_frames: boolean }[];
}

/** Does `work` with a copy of the built extension whose manifest has been changed. */
export async function withExtensionCopy<Result>(
  change: (manifest: Manifest) => Manifest,
  work: (extensionDir: string) => Promise<Result>,
): Promise<Result> {
  const dir = await mkdtemp(join(tmpdir(), 'pbm-copy-'));
  try {
    await cp(findExtension(), dir, { recursive: true });
    const path = join(dir, 'manifest.json');
    await writeFile(path, JSON.stringify(change(JSON.parse(await readFile(path, 'utf8')) as Manifest)));
    return await work(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
