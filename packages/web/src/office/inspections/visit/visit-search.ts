import { textSaid } from '../../../shared/address/said-in-address.ts'

/** Which of the site's checklists is answered, and which visit it corrects. */
export type VisitSearch = {
  readonly checklist?: string | undefined
  readonly corrects?: string | undefined
}

export const readVisitSearch = (search: Record<string, unknown>): VisitSearch => ({
  checklist: textSaid(search.checklist),
  corrects: textSaid(search.corrects),
})
