import type { Block, DocumentPicture } from '../../../platform/documents/index.ts'
import { heading, paragraph, tableBlocks } from './blocks.ts'
import type { Writing } from './opening.ts'
import { sentence } from './sentence.ts'

/** Where the most was lost, with photos (典型问题). */
export function typicalProblems(writing: Writing): Block[] {
  const { say, book, captions, material } = writing
  const table = book.table('losses.typical')
  if (!table) return []
  const order = {
    name: say('briefing.table.typical'),
    rowsName: say('briefing.problem'),
    nameWidth: 60,
    ranked: true,
  }
  const tables = tableBlocks(table, order, writing)
  const pictures = table.value.rows.flatMap(({ id, name }): DocumentPicture[] => {
    const photo = material.photos.get(id)
    return photo ? [{ ...photo, caption: captions.picture(name) }] : []
  })
  return [
    heading(1, say('briefing.heading.typical')),
    paragraph(say('briefing.text.typical')),
    ...tables,
    ...(pictures.length > 0 ? [{ kind: 'pictures' as const, pictures }] : []),
  ]
}

/** What was handed over, put right, closed, and is overdue (交办整改). */
export function handedOver(writing: Writing): Block[] {
  const { say, book } = writing
  if (!book.has('cases.rectificationRate')) return []
  const text = sentence(say, 'briefing.text.cases', {
    handedOver: book.run('cases.handedOver'),
    rectified: book.run('cases.rectified'),
    rate: book.run('cases.rectificationRate'),
    closed: book.run('cases.closed'),
    overdue: book.run('cases.overdue'),
  })
  const table = book.table('cases.byOrganization')
  const order = {
    name: say('briefing.table.cases'),
    rowsName: say('briefing.organization'),
    nameWidth: 34,
    ranked: false,
  }
  return [
    heading(1, say('briefing.heading.cases')),
    paragraph(text),
    ...(table ? tableBlocks(table, order, writing) : []),
  ]
}
