import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { Problem } from '@chuangcheng/domain'
import { ZipArchive } from 'archiver'
import { afterAll, beforeAll } from 'vitest'
import type { ReadOptions, Table } from '../platform/tabular/index.ts'
import { readTable } from '../platform/tabular/index.ts'

let folder = ''
let count = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chuangcheng-files-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Writes a file that is gone after the test file, and returns its path. */
export async function givenFile(content: string | Buffer): Promise<string> {
  const path = join(folder, `file-${count++}`)
  await writeFile(path, content)
  return path
}

export const readGiven = async (content: string | Buffer, options?: ReadOptions): Promise<Table> =>
  readTable(await givenFile(content), options)

/** The Problem with which a file named 点位.xlsx is refused. */
export async function refusalOf(content: string | Buffer, options: ReadOptions = {}): Promise<Problem> {
  try {
    await readGiven(content, { fileName: '点位.xlsx', ...options })
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('was read')
}

/** A zip archive of these texts. */
export async function zipped(files: Record<string, string>): Promise<Buffer> {
  const archive = new ZipArchive({})
  for (const [name, text] of Object.entries(files)) archive.append(text, { name })
  const content = buffer(archive)
  await archive.finalize()
  return content
}

/** A workbook written by hand, as other programs write them. */
export const rawWorkbook = (sheet: string, more: Record<string, string> = {}): Promise<Buffer> =>
  zipped({
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets><sheet name="点位" r:id="a"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/one.xml"/></Relationships>`,
    'xl/worksheets/one.xml': sheet,
    ...more,
  })
