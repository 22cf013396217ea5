import type { Block } from '../../../platform/documents/index.ts'
import { type Captions, heading, paragraph, tableBlocks } from './blocks.ts'
import type { FigureBook } from './figure-book.ts'
import type { BriefingMaterial, ReportedRound } from './material.ts'
import { type Say, sentence } from './sentence.ts'

/** What the sections of a briefing are written with. */
export type Writing = {
  readonly say: Say
  readonly captions: Captions
  readonly book: FigureBook
  readonly material: BriefingMaterial
}

/** A local date as it is written in a document. */
export function dayInWords(say: Say, day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return say('briefing.day', { year, month, date })
}

const inWords = (say: Say, { name, kind, startsOn, endsOn }: ReportedRound): string =>
  say('briefing.round', {
    name,
    kind: say(`roundKind.${kind}`),
    from: dayInWords(say, startsOn),
    to: dayInWords(say, endsOn),
  })

/** For what, how and by which measure (目的和方式). */
export function purposeOf({ say, material: { rounds, version } }: Writing): Block[] {
  const kinds = [...new Set(rounds.map(({ kind }) => say(`roundKind.${kind}`)))]
  return [
    heading(2, say('briefing.heading.method')),
    paragraph(
      say('briefing.text.method', {
        framework: version.frameworkName,
        label: version.label,
        kinds: kinds.join(say('briefing.and')),
        rounds: rounds.map((round) => inWords(say, round)).join(say('briefing.listed')),
      }),
    ),
    paragraph(say('briefing.text.rules')),
  ]
}

/** What was looked at, by type and by street (检查范围). */
export function scopeOfInspection(writing: Writing): Block[] {
  const { say, book } = writing
  const [sites, observations] = [book.run('round.siteCount'), book.run('round.observationCount')]
  const counts = book.has('round.visitCount')
    ? sentence(say, 'briefing.text.scope', { sites, visits: book.run('round.visitCount'), observations })
    : sentence(say, 'briefing.text.scopeOfSheets', { sites, observations })
  const byType = book.table('round.sitesByType')
  const byStreet = book.table('round.sitesByStreet')
  const order = { nameWidth: 40, ranked: false }
  return [
    heading(2, say('briefing.heading.scope')),
    paragraph(counts),
    ...(byType
      ? tableBlocks(
          byType,
          { ...order, name: say('briefing.table.sitesByType'), rowsName: say('briefing.siteType') },
          writing,
        )
      : []),
    ...(byStreet
      ? tableBlocks(
          byStreet,
          { ...order, name: say('briefing.table.sitesByStreet'), rowsName: say('briefing.street') },
          writing,
        )
      : []),
  ]
}
