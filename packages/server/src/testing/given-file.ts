import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { Problem } from '@chuangcheng/domain'
import { ZipArchive } from 'archiver'
import type { ReadOptions, Table } from '../platform/tabular/index.ts'
import { readTable } from '../platform/tabular/index.ts'

let folder: string | undefined
let count = 0

/** One folder for all test files of a worker; it goes with the worker. */
function folderOfWorker(): string {
  if (folder !== undefined) return folder
  const made = mkdtempSync(join(tmpdir(), 'chuangcheng-files-'))
  process.once('exit', () => rmSync(made, { recursive: true, force: true }))
  folder = made
  return made
}

/** Writes a file that is gone after the tests, and returns its path. */
export async function givenFile(content: string | Buffer): Promise<string> {
  const path = join(folderOfWorker(), `file-${count++}`)
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
