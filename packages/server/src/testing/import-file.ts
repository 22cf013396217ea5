import { v7 as uuidv7 } from 'uuid'
import type { Client } from './house.ts'

/** An import as its user sees it: what was answered, or the Problem. */
export type ImportAnswer = {
  readonly imported: boolean
  readonly rowCount: number
  readonly createdCount: number
  readonly changedCount: number
  readonly unchangedCount: number
  readonly errorCount: number
  readonly warningCount: number
  readonly findings: readonly {
    line: number
    column: string | null
    severity: string
    code: string
    text: string
  }[]
  readonly code?: string
  readonly title?: string
}

/** Upload bytes as a person does, and answer the file's id. */
export async function upload(client: Client, name: string, bytes: Buffer | string): Promise<string> {
  const answer = await client.sendBytes(
    `/api/files?id=${uuidv7()}&name=${encodeURIComponent(name)}`,
    Buffer.from(bytes),
  )
  if (answer.statusCode !== 200) throw new Error(`${name} was not taken: ${answer.body}`)
  return answer.json<{ id: string }>().id
}

/** Upload a file and import it at `path`, for instance `/api/sites`. */
export async function importText(
  client: Client,
  path: string,
  text: Buffer | string,
  order: { dryRun?: boolean; datum?: string; columns?: Record<string, string | null>; name?: string } = {},
): Promise<ImportAnswer> {
  const { name = 'file.csv', dryRun = false, ...rest } = order
  const fileId = await upload(client, name, text)
  return (await client.send('POST', `${path}/import`, { fileId, dryRun, ...rest })).json<ImportAnswer>()
}
