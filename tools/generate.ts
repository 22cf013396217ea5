/**
 * `npm run generate` writes every file that is made from others; `--check` only says which are out of date, and fails.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateEndpoints } from './generate-endpoints.ts'
import { describeFloors } from './generate-floors.ts'
import { generateOpenapi } from './generate-openapi.ts'
import { generateTables } from './generate-tables.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

async function generated(): Promise<Map<string, string>> {
  const { types, schema } = await generateTables()
  return new Map([
    ['packages/server/src/platform/database/tables.gen.ts', types],
    ['packages/web/src/shared/api/endpoints.gen.ts', generateEndpoints()],
    ['docs/openapi.json', await generateOpenapi()],
    ['docs/schema.sql', schema],
    ['docs/architecture.md', await describeFloors(join(root, 'docs/architecture.md'))],
  ])
}

const checking = process.argv.includes('--check')
const stale: string[] = []
for (const [path, text] of await generated()) {
  const file = join(root, path)
  const standing = await readFile(file, 'utf8').catch(() => '')
  if (standing === text) continue
  stale.push(path)
  if (checking) continue
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}
if (stale.length > 0) console.log(`${checking ? 'out of date' : 'written'}: ${stale.join(', ')}`)
if (checking && stale.length > 0) {
  console.log('run `npm run generate` and commit what it writes')
  process.exitCode = 1
}
