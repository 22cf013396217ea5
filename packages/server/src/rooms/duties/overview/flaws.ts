import { type DutyFlawCode, flawsOfCriterion } from '@chuangcheng/domain'
import type { Locale } from '@chuangcheng/messages'
import type { Reader } from '../../../platform/database/database.ts'
import { findText } from '../../../platform/http/problem-text.ts'
import { getVersion, listCriteria } from '../../frameworks/index.ts'
import { type DutyRow, listDutiesOfVersion } from '../register/queries.ts'
import { listEndedHolders, listUnownedCategories, listUnownedTypes } from './flaw-queries.ts'
import { dutiesByCriterion } from './matrix.ts'

type Reference = { readonly id: string; readonly name: string }

/** Something that is wrong with who answers for what (责任缺口与重叠). */
type ShownFlaw = {
  readonly code: DutyFlawCode
  readonly text: string
  readonly criterionId: string | null
  readonly targetName: string
  readonly organizations: Reference[]
}

type Say = (code: DutyFlawCode, inputs: Record<string, string | number>) => string

const concerned = (code: DutyFlawCode, duties: readonly DutyRow[]): Reference[] =>
  duties
    .filter(({ role }) => code !== 'several-leads' || role === 'lead')
    .map(({ organization }) => organization)

async function flawsOfCriteria(
  reader: Reader,
  versionId: string,
  day: string,
  say: Say,
): Promise<ShownFlaw[]> {
  const [criteria, duties] = await Promise.all([
    listCriteria(reader, versionId),
    listDutiesOfVersion(reader, versionId, day),
  ])
  const groups = dutiesByCriterion(duties)
  return criteria.flatMap(({ id, code: criterionCode, text }) => {
    const own = groups.get(id) ?? []
    return flawsOfCriterion(own).map((code) => {
      const organizations = code === 'no-lead' ? [] : concerned(code, own)
      const names = organizations.map(({ name }) => name).join('、')
      const targetName = `${criterionCode} ${text}`
      return {
        code,
        text: say(code, { name: criterionCode, organizations: names }),
        criterionId: id,
        targetName,
        organizations,
      }
    })
  })
}

const elsewhere = (
  code: DutyFlawCode,
  text: string,
  targetName: string,
  organizations: Reference[] = [],
) => ({
  code,
  text,
  criterionId: null,
  targetName,
  organizations,
})

/** Gaps and overlaps of a version on a day, criteria first in the order of the tree. @throws Problem not-found */
export async function listDutyFlaws(reader: Reader, versionId: string, day: string, locale: Locale) {
  await getVersion(reader, versionId)
  const say: Say = (code, inputs) => findText(locale, `dutyFlaw.${code}`, inputs) ?? code
  const [ofCriteria, ended, categories, types] = await Promise.all([
    flawsOfCriteria(reader, versionId, day, say),
    listEndedHolders(reader, versionId, day),
    listUnownedCategories(reader, versionId, day),
    listUnownedTypes(reader, versionId, day),
  ])
  return [
    ...ofCriteria,
    ...ended.map(({ id, name, dutyCount }) =>
      elsewhere('organization-ended', say('organization-ended', { name, count: dutyCount }), name, [
        { id, name },
      ]),
    ),
    ...categories.map(({ category, itemCount }) =>
      elsewhere('category-unowned', say('category-unowned', { name: category, count: itemCount }), category),
    ),
    ...types.map(({ name, siteCount }) =>
      elsewhere('type-unowned', say('type-unowned', { name, count: siteCount }), name),
    ),
  ]
}
