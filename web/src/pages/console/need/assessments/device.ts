/**
 * Forms not yet sent, kept on the tablet under a key of the account that cannot be exported. Without a secure context
 * (https or localhost) nothing is kept: health facts never lie unencrypted on a device.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { makeKey, seal, unseal, type Sealed } from '@/app/vault'
import type { Content } from './merge'

export interface Kept {
  content: Content
  /** What the server held in the version the content was made from. */
  base: Content
  basedOn: number
  savedAt: string
}

interface Schema extends DBSchema {
  keys: { key: string; value: CryptoKey }
  forms: { key: string; value: Sealed }
}

let opened: Promise<IDBPDatabase<Schema>> | undefined

function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('zhiyang-assessment', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('keys')
      fresh.createObjectStore('forms')
    },
  })
  return opened
}

async function keyOf(db: IDBPDatabase<Schema>, account: string): Promise<CryptoKey> {
  const known = await db.get('keys', account)
  if (known) return known
  const made = await makeKey()
  const transaction = db.transaction('keys', 'readwrite')
  const key = (await transaction.store.get(account)) ?? made
  await transaction.store.put(key, account)
  await transaction.done
  return key
}

const nameOf = (account: string, assessment: string) => `${account}/${assessment}`
const possible = () => globalThis.isSecureContext && globalThis.crypto?.subtle !== undefined && globalThis.indexedDB !== undefined

/** False where this device cannot keep it. */
export async function keep(account: string, assessment: string, kept: Kept): Promise<boolean> {
  if (!possible()) return false
  try {
    const db = await database()
    await db.put('forms', await seal(await keyOf(db, account), kept), nameOf(account, assessment))
    return true
  } catch (thrown) {
    console.warn(thrown)
    return false
  }
}

export async function readKept(account: string, assessment: string): Promise<Kept | undefined> {
  if (!possible()) return undefined
  try {
    const db = await database()
    const sealed = await db.get('forms', nameOf(account, assessment))
    return sealed && (await unseal<Kept>(await keyOf(db, account), sealed))
  } catch (thrown) {
    console.warn(thrown)
    return undefined
  }
}

export async function drop(account: string, assessment: string): Promise<void> {
  if (!possible()) return
  try {
    await (await database()).delete('forms', nameOf(account, assessment))
  } catch (thrown) {
    console.warn(thrown)
  }
}
