import type { KeyObject, X509Certificate } from 'node:crypto';
import { err, ok, type Result } from '../plan/result.ts';
import type { CredentialProblem } from './sign-in-failure.ts';

/** As the sign-in library wants it: the key in the clear, in memory only. */
export type AppCertificate = { thumbprintSha256: string; privateKey: string };

type Read<T> = Result<T, CredentialProblem>;

const certificates = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
const keys = /-----BEGIN (?:\w+ )*PRIVATE KEY-----[\s\S]+?-----END (?:\w+ )*PRIVATE KEY-----/g;

/** Reads a PEM file that holds a private key and its certificate, in any order. `now` is in milliseconds since 1970. */
export async function readCertificate(
  text: string,
  password: string | undefined,
  now: number,
): Promise<Read<AppCertificate>> {
  if (!text.includes('-----BEGIN ')) return err(looksLikePfx(text) ? 'pfx' : 'unreadable');
  const { createPrivateKey, X509Certificate } = await import('node:crypto');
  const [keyText] = text.match(keys) ?? [];
  if (keyText === undefined) return err('withoutKey');
  const key = readKey(keyText, password, createPrivateKey);
  if (!key.ok) return key;
  if (key.value.asymmetricKeyType !== 'rsa') return err('notRsa');
  const read = (text.match(certificates) ?? []).flatMap((pem) => readOne(pem, X509Certificate));
  if (read.length === 0) return err('withoutCertificate');
  const own = read.find((certificate) => certificate.checkPrivateKey(key.value));
  if (own === undefined) return err('mismatch');
  if (Date.parse(own.validTo) <= now) return err('expired');
  return ok({
    thumbprintSha256: own.fingerprint256.replaceAll(':', ''),
    privateKey: key.value.export({ type: 'pkcs8', format: 'pem' }).toString(),
  });
}

/** A PFX is ASN.1: it begins with a long sequence, which is not UTF-8. */
const looksLikePfx = (text: string): boolean => /^0[\uFFFD\u0080-\u0084]/.test(text);

type CreateKey = typeof import('node:crypto').createPrivateKey;

function readKey(text: string, password: string | undefined, createPrivateKey: CreateKey): Read<KeyObject> {
  const isEncrypted = /ENCRYPTED/.test(text);
  if (isEncrypted && !password) return err('passwordMissing');
  try {
    return ok(createPrivateKey({ key: text, ...(isEncrypted ? { passphrase: password } : {}) }));
  } catch {
    return err(isEncrypted ? 'passwordWrong' : 'withoutKey');
  }
}

function readOne(pem: string, Certificate: typeof X509Certificate): X509Certificate[] {
  try {
    return [new Certificate(pem)];
  } catch {
    return [];
  }
}
