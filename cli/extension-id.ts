import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';

/**
 * Id Chromium gives an unpacked extension without a `key`: the first 128 bits of the SHA-256 of its absolute path, in
 * hex, with the digits 0-f written a-p. Known before the browser starts, and whether or not its worker runs.
 */
export function computeExtensionId(extensionDir: string): string {
  const hex = createHash('sha256').update(realpathSync(extensionDir)).digest('hex').slice(0, 32);
  return hex.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}
