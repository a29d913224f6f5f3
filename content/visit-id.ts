/**
 * A random (version 4) UUID: each 0, 1 and 8 of the pattern gives way to random bits, of which the 8 keeps two as the
 * variant. `crypto.randomUUID` is missing on plain http pages other than localhost.
 */
export function createVisitId(): string {
  const pattern = '00000000-0000-4000-8000-000000000000';
  const bytes = crypto.getRandomValues(new Uint8Array(pattern.length));
  return pattern.replace(/[08]/g, (digit, index: number) => {
    const random = bytes[index] ?? 0;
    return (digit === '8' ? 8 | (random & 3) : random & 15).toString(16);
  });
}
