import type { VisitDraft } from './visit-draft.ts'

/** Whose visit, of which round, at which site, by which checklist, and what it corrects. */
export type DraftPlace = {
  readonly userId: string
  readonly roundId: string
  readonly siteId: string
  readonly checklistId: string
  readonly correctsId: string | null
}

const PREFIX = 'chuangcheng.visit'

const keyOf = ({ userId, roundId, siteId, checklistId, correctsId }: DraftPlace): string =>
  [PREFIX, userId, roundId, siteId, checklistId, ...(correctsId === null ? [] : [correctsId])].join('.')

const isDraft = (value: unknown): value is VisitDraft =>
  typeof value === 'object' &&
  value !== null &&
  'visitId' in value &&
  'startedAt' in value &&
  'given' in value &&
  typeof value.given === 'object'

/** What was begun here and not sent; null when nothing was, or when it cannot be read. */
export function readDraft(place: DraftPlace): VisitDraft | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keyOf(place)) ?? 'null')
    return isDraft(value) ? value : null
  } catch {
    return null
  }
}

/** False when the device does not keep it (its storage is full or switched off): the reader has to be told. */
export function keepDraft(place: DraftPlace, draft: VisitDraft): boolean {
  try {
    localStorage.setItem(keyOf(place), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export const forgetDraft = (place: DraftPlace): void => localStorage.removeItem(keyOf(place))

/** Sites of a round, `round.site`, where this person has begun something on this device. */
export function begunSites(userId: string): ReadonlySet<string> {
  const prefix = `${PREFIX}.${userId}.`
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix))
  return new Set(keys.map((key) => key.slice(prefix.length).split('.').slice(0, 2).join('.')))
}
