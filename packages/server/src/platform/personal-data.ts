import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { chmod, link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import type { DB } from './database/tables.gen.ts'

const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
const MASTER_KEY_FILE = 'personal-data.key'

/** The part of a Reader or Tx that is needed here; they carry a PersonalData themselves. */
type Handle = { readonly cityId: string; readonly sql: Kysely<DB> }
type Erasure = { action: string; subjectKind: string; subjectId: string; before: null; after: null }

/** AES-256-GCM as text. `place` is where the text belongs: moved anywhere else, it does not open. */
function encrypt(key: Buffer, place: string, plain: Buffer): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
  const sealed = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  return `v1.${sealed.toString('base64url')}`
}

function decrypt(key: Buffer, place: string, text: string): Buffer {
  const sealed = Buffer.from(text.slice('v1.'.length), 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(-TAG_BYTES))
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()])
}

/** The keys of some people (个人密钥), unwrapped: seals their personal data and opens it while the key exists. */
export class SubjectKeys {
  readonly #keys: ReadonlyMap<string, Buffer>
  constructor(keys: ReadonlyMap<string, Buffer>) {
    this.#keys = keys
  }

  /** `field` names what is sealed, for instance `user.phone`. Null stays null. */
  seal(subjectId: string, field: string, text: string | null): string | null {
    const key = this.#keys.get(subjectId)
    if (!key) throw new Error(`no key was asked for the subject ${subjectId}`)
    return text === null ? null : encrypt(key, field, Buffer.from(text, 'utf8'))
  }

  /** Null when the key was erased, and the text with it. */
  open(subjectId: string, field: string, sealed: string | null): string | null {
    const key = this.#keys.get(subjectId)
    return key && sealed !== null ? decrypt(key, field, sealed).toString('utf8') : null
  }
}

/**
 * Personal data (个人信息) at rest: sealed under one key per person, which lies in the database wrapped by the master key, which lies
 * in the keys folder. Deleting a person's key erases what was sealed under it everywhere, also in the append-only log and in backups
 * that are restored without it.
 */
export class PersonalData {
  readonly #keysFolder: string
  #masterKey: Promise<Buffer> | undefined
  constructor(keysFolder: string) {
    this.#keysFolder = keysFolder
  }

  /** Read when it is first needed. A city that has keys already never gets a new master key: its old one must come back. */
  #unwrapping(hasKeys: boolean): Promise<Buffer> {
    this.#masterKey ??= openMasterKey(this.#keysFolder, hasKeys).catch((error: unknown) => {
      this.#masterKey = undefined
      throw error
    })
    return this.#masterKey
  }

  /** The keys that exist. */
  async keysOf(reader: Handle, subjectIds: readonly string[]): Promise<SubjectKeys> {
    if (subjectIds.length === 0) return new SubjectKeys(new Map())
    const rows = await reader.sql
      .selectFrom('subject_key')
      .select(['subject_id as subjectId', 'wrapped_key as wrappedKey'])
      .where('city_id', '=', reader.cityId)
      .where('subject_id', '=', sql<string>`any(${[...subjectIds]}::uuid[])`)
      .execute()
    if (rows.length === 0) return new SubjectKeys(new Map())
    const masterKey = await this.#unwrapping(true)
    const unwrapped = rows.map(
      ({ subjectId, wrappedKey }) => [subjectId, decrypt(masterKey, subjectId, wrappedKey)] as const,
    )
    return new SubjectKeys(new Map(unwrapped))
  }

  /** The keys of people, made where there is none yet. */
  async keysFor(tx: Handle, subjectIds: readonly string[]): Promise<SubjectKeys> {
    if (subjectIds.length === 0) return new SubjectKeys(new Map())
    const masterKey = await this.#unwrapping(await hasKeys(tx))
    const fresh = [...new Set(subjectIds)].map((subjectId) => ({
      subjectId,
      wrappedKey: encrypt(masterKey, subjectId, randomBytes(KEY_BYTES)),
    }))
    await sql`insert into subject_key (city_id, subject_id, wrapped_key)
      select ${tx.cityId}, r."subjectId", r."wrappedKey"
      from jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) as r ("subjectId" uuid, "wrappedKey" text)
      on conflict do nothing`.execute(tx.sql)
    return this.keysOf(tx, subjectIds)
  }

  /** Erase a person's key, and with it everything sealed under it. Not to be undone. */
  async forget(tx: Handle & { record(note: Erasure): void }, subjectId: string): Promise<void> {
    await tx.sql
      .deleteFrom('subject_key')
      .where('city_id', '=', tx.cityId)
      .where('subject_id', '=', subjectId)
      .execute()
    tx.record({ action: 'personal.erase', subjectKind: 'person', subjectId, before: null, after: null })
  }
}

async function hasKeys(reader: Handle): Promise<boolean> {
  const row = await reader.sql
    .selectFrom('subject_key')
    .select('subject_id')
    .where('city_id', '=', reader.cityId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The master key in the keys folder, made at first use. Whoever loses the file loses the personal data; keep a copy. */
async function openMasterKey(folder: string, mustExist: boolean): Promise<Buffer> {
  const path = join(folder, MASTER_KEY_FILE)
  const stored = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && !mustExist) return null
    throw error
  })
  const masterKey = Buffer.from((stored ?? (await makeMasterKey(folder, path))).trim(), 'base64')
  if (masterKey.length !== KEY_BYTES) throw new Error(`${path} holds no key of ${KEY_BYTES} bytes`)
  return masterKey
}

/** Written aside and linked into place, so that the file is whole or absent and two processes agree on one key. */
async function makeMasterKey(folder: string, path: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const aside = `${path}.${process.pid}`
  await writeFile(aside, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600 })
  await chmod(aside, 0o600)
  await link(aside, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await unlink(aside)
  return readFile(path, 'utf8')
}
