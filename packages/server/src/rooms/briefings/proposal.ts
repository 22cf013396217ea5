import type { Reader } from '../../platform/database/database.ts'
import { localDay } from '../../platform/local-day.ts'
import type { Selection } from '../assessments/index.ts'
import type { BriefingHeading } from './document/material.ts'
import type { Say } from './document/sentence.ts'
import { findCityName, findLastHeading, listDocumentNumbers } from './queries.ts'

const NUMBER = /^(?<before>.*〔)(?<year>\d{4})〕(?<number>\d{1,6})号$/u

/** The number after the last one; a new year begins with 1. */
export function nextNumber(given: readonly string[], year: string, first: string): string {
  const read = given.flatMap((one) => {
    const { before = '', year: of = '', number = '' } = NUMBER.exec(one)?.groups ?? {}
    return number === '' ? [] : [{ before, year: of, number: Number(number) }]
  })
  const [last] = read
  if (!last) return first
  const ofThisYear = read.filter((one) => one.year === year && one.before === last.before)
  return `${last.before}${year}〕${Math.max(0, ...ofThisYear.map(({ number }) => number)) + 1}号`
}

function titleOf(say: Say, { assessment, rounds }: Pick<Selection, 'assessment' | 'rounds'>): string {
  const name = assessment?.name ?? rounds[0]?.name ?? ''
  return assessment !== null || rounds.length === 1
    ? say('briefing.proposal.title', { name })
    : say('briefing.proposal.titleOfSeveral', { name, count: rounds.length })
}

/** How a briefing would be headed: as the last one was, its number after the last. */
export async function proposeHeading(
  reader: Reader,
  selection: Pick<Selection, 'assessment' | 'rounds'>,
  { say, now }: { readonly say: Say; readonly now: Date },
): Promise<BriefingHeading> {
  const [city, last, numbers] = await Promise.all([
    findCityName(reader),
    findLastHeading(reader),
    listDocumentNumbers(reader),
  ])
  const signedOn = localDay(now)
  const year = signedOn.slice(0, 4)
  const short = Array.from(city)[0] ?? ''
  return {
    title: titleOf(say, selection),
    documentNumber: nextNumber(numbers, year, say('briefing.proposal.number', { short, year, number: 1 })),
    issuer: last?.issuer ?? say('briefing.proposal.issuer', { city }),
    addressee: last?.addressee ?? say('briefing.proposal.addressee'),
    signedOn,
    nextSteps: say('briefing.proposal.nextSteps'),
  }
}
