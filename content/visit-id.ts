/**
 * A random (version 4) UUID: each 0 of the pattern gives way to a random digit. The variant is a fixed 8, of the four it
 * may be. `crypto.randomUUID` is missing on plain http pages other than localhost.
 */
export function createVisitId(): string {
  const pattern = '00000000-0000-4000-8000-000000000000';
  const bytes = crypto.getRandomValues(new Uint8Array(pattern.length));
  return pattern.replace(/0/g, (_zero, index: number) => ((bytes[index] as number) & 15).toString(16));
}
