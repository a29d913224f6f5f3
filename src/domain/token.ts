const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const HEX = /^[0-9a-f]+$/i;
const URL_SAFE = /^[A-Za-z0-9_-]{6,64}$/;

/** Below five characters a hash and a word cannot be told apart. */
const SHORTEST_HASH = 5;

export function isUuid(token: string): boolean {
  return UUID.test(token);
}

/**
 * Does this token look made by a machine: a content hash in hex or base64url, or an opaque id?
 * Hex needs a digit and, below eight characters, a letter ("2024" is a year). Other alphabets need to change
 * character class more often than words do: "index", "chunk2" and "HelloWorld" do not, "BQ3xk_9Z" does.
 */
export function isOpaqueToken(token: string): boolean {
  if (token.length < SHORTEST_HASH) return false;
  const hasDigit = /\d/.test(token);
  if (HEX.test(token)) return hasDigit && (token.length >= 8 || /[a-f]/i.test(token));
  if (!URL_SAFE.test(token)) return false;
  const mixedCase = /[A-Z]/.test(token) && /[a-z]/.test(token);
  if (mixedCase && hasDigit && token.length >= 7) return true;
  if (token.length < 8) return false;
  const restlessness = countClassChanges(token) / token.length;
  if (hasDigit) return restlessness > 0.28;
  return mixedCase && !/[-_]/.test(token) && restlessness > 0.45;
}

function countClassChanges(token: string): number {
  let changes = 0;
  for (let i = 1; i < token.length; i++) {
    if (characterClass(token.charCodeAt(i)) !== characterClass(token.charCodeAt(i - 1))) changes++;
  }
  return changes;
}

function characterClass(code: number): number {
  if (code >= 48 && code <= 57) return 0;
  if (code >= 65 && code <= 90) return 1;
  if (code >= 97 && code <= 122) return 2;
  return 3;
}
