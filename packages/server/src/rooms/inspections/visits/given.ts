import { createHash } from 'node:crypto'
import type { AnsweredItem } from '@chuangcheng/domain'

/** A visit as an inspector's device sends it. */
export type GivenVisit = {
  readonly id: string
  readonly roundId: string
  readonly siteId: string
  readonly checklistVersionId: string
  readonly startedAt: string
  readonly finishedAt: string
  readonly sentAt: string
  readonly position: {
    readonly longitude: number
    readonly latitude: number
    readonly accuracy: number
  } | null
  readonly answers: readonly AnsweredItem[]
  readonly correctsId: string | null
  readonly reason: string
}

/** What a visit says, whenever it is sent: the same visit sent again gives the same. */
export function contentHashOf(given: GivenVisit): string {
  const { id, roundId, siteId, checklistVersionId, startedAt, finishedAt, correctsId, reason } = given
  const { position, answers } = given
  const said = [
    [id, roundId, siteId, checklistVersionId, startedAt, finishedAt, correctsId, reason],
    position && [position.longitude, position.latitude, position.accuracy],
    answers.map(({ itemId, answer, note, photoIds }) => [itemId, answer, note, photoIds]),
  ]
  // The answers have one order of fields whoever sends them: the shape they were held against.
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url')
}

export const photoIdsOf = ({ answers }: Pick<GivenVisit, 'answers'>): string[] => [
  ...new Set(answers.flatMap(({ photoIds }) => photoIds)),
]
