import type { Cipher } from './ports.ts';

const nonceBytes = 12;
const tagBytes = 16;

const load = () => import('node:crypto');

/** Sealed texts are nonce, tag and cipher text, one after the other. */
export const nodeCipher: Cipher = {
  newKey: async () => (await load()).randomBytes(32).toString('base64'),
  seal: async (text, key) => {
    const { createCipheriv, randomBytes } = await load();
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'base64'), nonce, { authTagLength: tagBytes });
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
  },
  open: async (sealed, key) => {
    const { createDecipheriv } = await load();
    const bytes = Buffer.from(sealed, 'base64');
    try {
      const nonce = bytes.subarray(0, nonceBytes);
      const options = { authTagLength: tagBytes };
      const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'base64'), nonce, options);
      decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      const text = [decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()];
      return Buffer.concat(text).toString('utf8');
    } catch {
      return null;
    }
  },
};
