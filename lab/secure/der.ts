/** Writers for the few ASN.1 types of a certificate, in DER (ITU-T X.690): tag, length, content. */
export function encode(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), encodeLength(content.length), content]);
}

export const sequence = (...parts: readonly Buffer[]): Buffer => encode(0x30, ...parts);

export const set = (...parts: readonly Buffer[]): Buffer => encode(0x31, ...parts);

/** A positive integer; a leading zero keeps its highest bit from being a sign. */
export function integer(bytes: Buffer): Buffer {
  return encode(0x02, (bytes[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
}

export const bitString = (bytes: Buffer): Buffer => encode(0x03, Buffer.from([0]), bytes);

export const octetString = (bytes: Buffer): Buffer => encode(0x04, bytes);

export const text = (value: string): Buffer => encode(0x0c, Buffer.from(value));

/** YYMMDDHHMMSSZ, the form that certificates must have up to the year 2049. */
export function time(value: Date): Buffer {
  const digits = value.toISOString().replaceAll(/[-:T]|\.\d+/g, '');
  return encode(0x17, Buffer.from(digits.slice(2)));
}

/** "2.5.29.17": the first two numbers in one byte, the others in groups of seven bits. */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return encode(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(toBase128)]));
}

function toBase128(value: number): number[] {
  const groups = [value & 0x7f];
  for (let left = value >>> 7; left > 0; left >>>= 7) groups.unshift((left & 0x7f) | 0x80);
  return groups;
}

function encodeLength(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const bytes: number[] = [];
  for (let left = length; left > 0; left >>>= 8) bytes.unshift(left & 0xff);
  return Buffer.from([0x80 | bytes.length, ...bytes]);
}
