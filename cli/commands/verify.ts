import { existsSync, realpathSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { formatPlural } from '../../src/domain/formats/value.ts';
import { InputError } from '../../src/domain/parse-report.ts';
import type { Phrase } from '../../src/domain/words/phrase.ts';
import { sayFault } from '../../src/domain/words/say-fault.ts';
import { PROTOCOL_VERSION, type Reply } from '../../src/protocol/messages.ts';
import { startBrowser } from '../browser.ts';
import { type Command, UsageError } from '../command.ts';
import { BROKEN, FINE } from '../exit-code.ts';
import { computeExtensionId } from '../extension-id.ts';
import { findExtension } from '../measure/extension-dir.ts';
import { parseOptions } from '../parse-options.ts';
import { readStoredVisits } from '../stored-visits.ts';
import { createTemporaryFolder } from '../temporary-folder.ts';

export const verifyCommand: Command = {
  summary: 'check that what the extension has stored in a browser profile is whole',
  help: `Usage: pbm verify <profile folder>

Looks at a copy of what this build of the extension has stored in the profile, and prints one line for each thing that
must hold and does not: a visit without its page, a baseline without its visits, a row half written. The profile itself
is not touched; close its browser first. The options page of the extension does the same with "Check".

Examples:
  pbm verify ~/.config/chromium
  pbm verify "~/.config/chromium/Profile 1"

Exit code: 0 everything is whole, 1 something is not, 2 nothing could be found there.
`,
  async run(args, terminal) {
    const { positionals } = parseOptions(args, {});
    const [profile, ...rest] = positionals;
    if (profile === undefined || rest.length > 0)
      throw new UsageError(`expected one profile folder, got ${positionals.length}`);
    const extensionDir = realpathSync(findExtension());
    const { visits, faults } = await verifyCopy(extensionDir, findDatabase(profile, extensionDir));
    for (const fault of faults) terminal.print(`${fault}\n`);
    const verdict = faults.length === 0 ? 'everything is whole' : formatPlural(faults.length, 'fault');
    terminal.note(`${formatPlural(visits, 'visit')}: ${verdict}`);
    return faults.length === 0 ? FINE : BROKEN;
  },
};

/** Of the profile, or of the default profile in a folder of profiles. */
function findDatabase(profile: string, extensionDir: string): string {
  const name = `chrome-extension_${computeExtensionId(extensionDir)}_0.indexeddb.leveldb`;
  const folder = ['IndexedDB', 'Default/IndexedDB']
    .map((place) => join(profile, place, name))
    .find(existsSync);
  if (folder === undefined)
    throw new InputError(`${profile}: expected a profile with data of ${extensionDir}, got none`);
  return folder;
}

async function verifyCopy(
  extensionDir: string,
  database: string,
): Promise<{ visits: number; faults: readonly string[] }> {
  const copy = await createTemporaryFolder('pbm-verify-');
  try {
    await cp(database, join(copy.path, 'Default/IndexedDB', basename(database)), { recursive: true });
    const browser = await startBrowser({ extensionDir, userDataDir: copy.path });
    try {
      await browser.page.goto(`chrome-extension://${browser.extensionId}/icons/16.png`);
      const message = JSON.stringify({ protocol: PROTOCOL_VERSION, request: 'verifyStore' });
      const reply = await browser.page.evaluate<Reply>(`chrome.runtime.sendMessage(${message})`);
      if (!reply.ok) throw new InputError(`${database}: ${reply.error}`);
      const visits = await readStoredVisits(browser.page);
      return { visits: visits.length, faults: (reply.value as Phrase[]).map(sayFault) };
    } finally {
      await browser.stop();
    }
  } finally {
    await copy.remove();
  }
}
