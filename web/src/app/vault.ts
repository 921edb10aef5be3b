/**
 * Encrypts what lies on a carer's phone. The AES-GCM key is made on the phone, cannot be exported, belongs to one account
 * and is thrown away with everything under it when the device is withdrawn. Needs a secure context (https or localhost).
 */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>
  data: ArrayBuffer
}

export function makeKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

export async function seal(key: CryptoKey, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(JSON.stringify(value)))
  return { iv, data }
}

/** Throws when the record was made under another key or was changed. */
export async function unseal<Value>(key: CryptoKey, sealed: Sealed): Promise<Value> {
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, key, sealed.data)
  return JSON.parse(new TextDecoder().decode(plain)) as Value
}
