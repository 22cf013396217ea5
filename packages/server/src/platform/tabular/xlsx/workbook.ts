import type { ReadOrder } from '../table.ts'
import type { PackageParts } from './package-parts.ts'
import { damaged } from './package-parts.ts'
import { readXml } from './xml.ts'

/** Where everything is in a workbook (工作簿). */
export interface Workbook {
  /** Visible worksheets, in order. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[]
  readonly sharedStringsPart: string | null
  readonly stylesPart: string | null
  /** True when serial dates count from 1904, as old Macs did. */
  readonly from1904: boolean
}

interface Relation {
  readonly id: string
  readonly type: string
  readonly part: string
}

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1)

const resolve = (folder: string, target: string): string =>
  new URL(target, `file:///${folder}`).pathname.slice(1)

async function readRelations(parts: PackageParts, order: ReadOrder, part: string): Promise<Relation[]> {
  const folder = folderOf(part)
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`
  if (!parts.has(name)) return []
  const relations: Relation[] = []
  await readXml(await parts.open(name), order, {
    open: (tag, { Id: id, Type: type, Target: target, TargetMode: mode }) => {
      if (tag !== 'Relationship' || !id || !type || !target || mode === 'External') return
      relations.push({
        id,
        type: type.slice(type.lastIndexOf('/') + 1),
        part: decodeURI(resolve(folder, target)),
      })
    },
  })
  return relations
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

/** Reads the workbook's own part and its relations. */
export async function readWorkbook(parts: PackageParts, order: ReadOrder): Promise<Workbook> {
  const root = await readRelations(parts, order, '')
  const part = root.find((relation) => relation.type === 'officeDocument')?.part ?? 'xl/workbook.xml'
  const relations = await readRelations(parts, order, part)
  const sheets: { name: string; part: string }[] = []
  let from1904 = false
  await readXml(await parts.open(part), order, {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') from1904 = isTrue(attributes.date1904)
      if (tag !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return
      const id = attributes['r:id'] ?? Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1]
      const relation = relations.find((candidate) => candidate.id === id && candidate.type === 'worksheet')
      if (relation) sheets.push({ name: attributes.name ?? '', part: relation.part })
    },
  })
  if (sheets.length === 0) throw damaged(order, new Error('no worksheet'))
  const partOf = (type: string): string | null =>
    relations.find((relation) => relation.type === type)?.part ?? null
  return { sheets, sharedStringsPart: partOf('sharedStrings'), stylesPart: partOf('styles'), from1904 }
}
