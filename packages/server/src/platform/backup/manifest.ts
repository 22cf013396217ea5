import { Problem } from '@chuangcheng/domain'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'

export const MANIFEST = 'manifest.json'
/** Lies beside the manifest: zip itself would let a changed manifest pass. */
export const MANIFEST_HASH = 'manifest.sha256'
export const FORMAT_VERSION = 1

const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' })
const Count = Type.Integer({ minimum: 0 })
/** A file's name inside its folder: nothing that could lead out of it. */
const PlainName = Type.String({ pattern: '^[0-9A-Za-z_][0-9A-Za-z_.-]{0,200}$' })

const Table = Type.Object({
  name: PlainName,
  columns: Type.Array(Type.String()),
  rowCount: Count,
  byteCount: Count,
  sha256: Sha256,
})
const NamedFile = Type.Object({ name: PlainName, byteCount: Count, sha256: Sha256 })

const Manifest = Type.Object({
  format: Type.Literal('chuangcheng-backup'),
  formatVersion: Type.Literal(FORMAT_VERSION),
  productVersion: Type.String(),
  createdAt: Type.String(),
  /** version of the PostgreSQL the rows came from, for whoever wonders */
  databaseVersion: Type.String(),
  migrations: Type.Array(Type.Object({ name: Type.String(), checksum: Sha256 })),
  /** in an order in which they can be loaded: nothing refers to what comes later */
  tables: Type.Array(Table),
  /** tables whose rows do not travel */
  tablesWithoutRows: Type.Array(Type.String()),
  files: Type.Array(Type.Object({ hash: Sha256, byteCount: Count })),
  /** referred to by rows, but missing from the store or damaged in it when the backup was taken */
  lostFiles: Type.Array(Type.Object({ hash: Sha256, fault: Type.Enum(['missing', 'damaged']) })),
  auditHeads: Type.Array(NamedFile),
  /** null: the keys were not taken along */
  keys: Type.Union([Type.Null(), Type.Array(NamedFile)]),
})

/** What a backup (备份) holds, with the hash of everything in it. */
export type Manifest = Static<typeof Manifest>
export type ArchivedTable = Static<typeof Table>
export type NamedFile = Static<typeof NamedFile>

export const rowsEntry = (table: string): string => `rows/${table}.csv`
export const fileEntry = (hash: string): string => `files/${hash}`
export const auditHeadEntry = (name: string): string => `audit-heads/${name}`
export const keyEntry = (name: string): string => `keys/${name}`

/** @throws Problem backup.not-an-archive · backup.newer */
export function parseManifest(text: string, file: string): Manifest {
  const notOurs = () => new Problem('backup.not-an-archive', { file })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw notOurs()
  }
  const version = formatVersionOf(value)
  if (version === null) throw notOurs()
  if (version > FORMAT_VERSION) throw new Problem('backup.newer', { file, found: `format ${version}` })
  if (!Value.Check(Manifest, value)) throw notOurs()
  return value
}

function formatVersionOf(value: unknown): number | null {
  if (typeof value !== 'object' || value === null) return null
  if (!('format' in value) || value.format !== 'chuangcheng-backup' || !('formatVersion' in value))
    return null
  return typeof value.formatVersion === 'number' ? value.formatVersion : null
}
