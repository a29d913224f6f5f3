import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import {
  bitString,
  encode,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  set,
  text,
  time,
} from './der.ts';

export interface Certificate {
  /** PEM. */
  readonly key: string;
  readonly cert: string;
}

const ECDSA_WITH_SHA256 = sequence(objectIdentifier('1.2.840.10045.4.3.2'));
const COMMON_NAME = '2.5.4.3';
const SUBJECT_ALTERNATIVE_NAME = '2.5.29.17';

/** Browsers refuse certificates that are valid for longer than 398 days. */
const VALID_DAYS = 30;

/**
 * A self-signed certificate for localhost and 127.0.0.1, made anew for every lab: a key that lies about in a repository
 * is nobody's secret. The browser has to be told to accept it. RFC 5280, with what it calls optional left out.
 */
export function createCertificate(now: Date): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(set(sequence(objectIdentifier(COMMON_NAME), text('The lab'))));
  const day = 24 * 60 * 60 * 1000;
  const validity = sequence(
    time(new Date(now.getTime() - day)),
    time(new Date(now.getTime() + VALID_DAYS * day)),
  );
  const content = sequence(
    encode(0xa0, integer(Buffer.from([2]))),
    // The first byte is not 0, as DER wants the shortest form.
    integer(Buffer.from([1, ...randomBytes(7)])),
    ECDSA_WITH_SHA256,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    encode(0xa3, sequence(writeAlternativeNames())),
  );
  const signature = bitString(sign('sha256', content, privateKey));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: toPem(sequence(content, ECDSA_WITH_SHA256, signature)),
  };
}

function writeAlternativeNames(): Buffer {
  const host = encode(0x82, Buffer.from('localhost'));
  const address = encode(0x87, Buffer.from([127, 0, 0, 1]));
  return sequence(objectIdentifier(SUBJECT_ALTERNATIVE_NAME), octetString(sequence(host, address)));
}

function toPem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
