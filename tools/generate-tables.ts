import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import { migrate } from '../packages/server/src/platform/database/migrate.ts'
import { startTemporaryEngine } from '../packages/server/src/platform/engine/temporary-engine.ts'
import { describeSchema } from './generate-schema.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const run = promisify(execFile)

/** Columns whose check constraint is a list of the domain's: they get its type. */
const columns = {
  'area.level': 'AreaLevel',
  'area_boundary.datum': 'Datum',
  'area_succession.kind': 'SuccessionKind',
  'audit_block.algorithm': 'HashAlgorithm',
  'organization.kind': 'OrganizationKind',
  'role.permissions': 'Permission[]',
  'site.state': 'SiteState',
  'user_account.locale': "ColumnType<'zh-CN' | 'en', 'zh-CN' | 'en' | undefined>",
  'user_account.state': "ColumnType<'active' | 'disabled', 'active' | 'disabled' | undefined>",
}
const imports = Object.fromEntries(
  [
    'AreaLevel',
    'Datum',
    'HashAlgorithm',
    'OrganizationKind',
    'Permission',
    'SiteState',
    'SuccessionKind',
  ].map((name) => [name, '@chuangcheng/domain']),
)

/** The types of our tables and the schema for reading, from a freshly migrated database. */
export async function generateTables(): Promise<{ types: string; schema: string }> {
  const engine = await startTemporaryEngine()
  const folder = await mkdtemp(join(tmpdir(), 'chuangcheng-tables-'))
  try {
    await migrate(engine.url('postgres'), join(root, 'packages/server/migrations'))
    const out = join(folder, 'tables.ts')
    await run(process.execPath, [
      join(root, 'node_modules/kysely-codegen/dist/cli/bin.js'),
      '--dialect=postgres',
      `--url=${engine.url('postgres')}`,
      '--include-pattern=public.*',
      '--date-parser=string',
      `--type-mapping=${JSON.stringify({ timestamptz: 'string', int8: 'number', jsonb: 'unknown' })}`,
      `--overrides=${JSON.stringify({ columns })}`,
      `--custom-imports=${JSON.stringify(imports)}`,
      `--out-file=${out}`,
      '--log-level=error',
    ])
    const client = new pg.Client({ connectionString: engine.url('postgres') })
    await client.connect()
    const schema = await describeSchema(client)
    await client.end()
    return { types: await readFile(out, 'utf8'), schema }
  } finally {
    await engine.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
