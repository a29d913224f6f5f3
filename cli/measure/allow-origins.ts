import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTemporaryFolder } from '../temporary-folder.ts';

interface Manifest {
  readonly host_permissions: readonly string[];
  readonly content_scripts: readonly { readonly matches: readonly string[] }[];
}

export interface AllowedExtension {
  readonly dir: string;
  /** Removes the copy, if one was made. */
  remove(): Promise<void>;
}

/**
 * The extension, allowed to watch these URLs. For a person the permission takes a click in the browser; here a copy of
 * the extension asks for exactly these sites in its manifest, which is granted when it is installed.
 */
export async function allowOrigins(extensionDir: string, urls: readonly URL[]): Promise<AllowedExtension> {
  const path = join(extensionDir, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest;
  const missing = listPatterns(urls).filter((pattern) => !manifest.host_permissions.includes(pattern));
  if (missing.length === 0) return { dir: extensionDir, remove: () => Promise.resolve() };
  const copy = await createTemporaryFolder('pbm-extension-');
  copy.removeAtExit();
  await cp(extensionDir, copy.path, { recursive: true });
  await writeFile(join(copy.path, 'manifest.json'), JSON.stringify(addSites(manifest, missing), null, 2));
  return { dir: copy.path, remove: () => copy.remove() };
}

/** A match pattern has no port: it allows all ports of a host. */
function listPatterns(urls: readonly URL[]): string[] {
  return [...new Set(urls.map(({ protocol, hostname }) => `${protocol}//${hostname}/*`))];
}

/** The manifest's own content script covers the sites, so that it runs from the very first load. */
function addSites<Known extends Manifest>(manifest: Known, patterns: readonly string[]): Known {
  return {
    ...manifest,
    host_permissions: [...manifest.host_permissions, ...patterns],
    content_scripts: manifest.content_scripts.map((script) => ({
      ...script,
      matches: [...script.matches, ...patterns],
    })),
  };
}
