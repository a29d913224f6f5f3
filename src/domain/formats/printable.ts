/**
 * Text that a page chose, such as a path, made safe for a terminal: control characters (which move the cursor or
 * colour what follows) and marks that turn the direction of writing become "?".
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '?');
}
