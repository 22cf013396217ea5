import { type Answerable, decideResponsible, type HandoverGround } from '@chuangcheng/domain'
import type { RuleBook } from './book.ts'
import type { NamedDuty } from './book-queries.ts'

/** A site as far as responsibility goes, with the duties that are for it alone. */
export type AnsweringSite = {
  readonly id: string
  readonly name: string
  readonly typeId: string
  readonly areaId: string | null
  readonly holderId: string | null
  readonly supervisorId: string | null
  readonly duties: readonly NamedDuty[]
}

/** Who answers for something seen at a site, and why (责任认定). */
export type Responsibility = {
  readonly ground: HandoverGround
  /** what the deciding duty is for, in words; '' where no duty decided */
  readonly dutyName: string
  readonly responsible: readonly Answerable[]
}

type Asked = { readonly category: string; readonly criterionIds: readonly string[] }

/** Where no duty names anybody, the register does: holder 属地 and supervisor 主管, both competent; the holder is asked first. */
function byRegister({ holderId, supervisorId }: AnsweringSite): Responsibility {
  const ids = [...new Set([holderId, supervisorId])].filter((id) => id !== null)
  return {
    ground: ids.length === 0 ? 'none' : 'register',
    dutyName: '',
    responsible: ids.map((organizationId) => ({ organizationId, role: 'competent', share: null })),
  }
}

function decide(book: RuleBook, site: AnsweringSite, asked: Asked, day: string): Responsibility {
  const areaIds = (site.areaId && book.places.get(site.areaId)?.path) || []
  const candidates = [
    ...site.duties,
    ...areaIds.flatMap((id) => book.dutiesByArea.get(id) ?? []),
    ...(book.dutiesByCategory.get(asked.category) ?? []),
    ...asked.criterionIds.flatMap((id) => book.dutiesByCriterion.get(id) ?? []),
  ]
  const question = { siteId: site.id, siteTypeId: site.typeId, areaIds, ...asked, day }
  const { because, deciding } = decideResponsible(question, candidates)
  if (because === 'none') return byRegister(site)
  return {
    ground: because,
    dutyName:
      because === 'site' ? site.name : (deciding.find(({ target }) => target === because)?.targetName ?? ''),
    responsible: deciding.map(({ organizationId, role, share }) => ({ organizationId, role, share })),
  }
}

/** Who answers at a site on a day; asked once for each kind of question, however many items put it. */
export function responsibilitiesAt(
  book: RuleBook,
  site: AnsweringSite,
  day: string,
): (asked: Asked) => Responsibility {
  const known = new Map<string, Responsibility>()
  return (asked) => {
    const key = `${asked.category} ${asked.criterionIds.join(' ')}`
    const found = known.get(key) ?? decide(book, site, asked, day)
    known.set(key, found)
    return found
  }
}
