import type { CriterionRole, Rule } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import type { TestCity, TestHouse } from './house.ts'

type GivenCriterion = {
  readonly code: string
  readonly text?: string
  readonly points?: number
  readonly siteTypeIds?: readonly string[]
  readonly role?: CriterionRole
  readonly rule?: Rule
  /** who leads it, since 2026-01-01 */
  readonly leadId?: string
}

export type GivenVersion = {
  readonly id: string
  readonly frameworkId: string
  /** an indicator at the top, above all criteria */
  readonly partId: string
  /** by their codes */
  readonly criterionIds: ReadonlyMap<string, string>
}

/** A version of a framework with one part and these criteria below it, written as rows: the rooms' own tests use their endpoints. */
export async function givenVersion(
  house: TestHouse,
  city: TestCity,
  given: {
    readonly name?: string
    readonly state?: 'draft' | 'published'
    readonly criteria: readonly GivenCriterion[]
  },
): Promise<GivenVersion> {
  const [frameworkId, id, partId] = [uuidv7(), uuidv7(), uuidv7()]
  const { state = 'published' } = given
  const name = given.name ?? `测评体系${frameworkId.slice(-6)}`
  await house.asOwner(
    `insert into framework (city_id, id, name, campaign, created_at) values ($1, $2, $3, 'national', now())`,
    [city.id, frameworkId, name],
  )
  await house.asOwner(
    `insert into framework_version (city_id, id, framework_id, label, year, state, level_names, published_at, created_at, updated_at)
     values ($1, $2, $3, '2026年版', 2026, $4, '{部分,测评标准}', $5, now(), now())`,
    [city.id, id, frameworkId, state, state === 'published' ? house.now : null],
  )
  const part = [city.id, partId, id, null, 0, 'indicator', 'P', '第一部分', null, '{}', 'ordinary', null]
  const insertNode = `insert into framework_node (city_id, id, version_id, parent_id, position, kind, code, text, points, site_type_ids,
      role, rule)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`
  await house.asOwner(insertNode, part)
  const criterionIds = new Map<string, string>()
  for (const [
    position,
    { code, text = `标准${code}`, points = 1, siteTypeIds = [], role = 'ordinary', rule, leadId },
  ] of given.criteria.entries()) {
    const criterionId = uuidv7()
    criterionIds.set(code, criterionId)
    await house.asOwner(insertNode, [
      city.id,
      criterionId,
      id,
      partId,
      position,
      'criterion',
      code,
      text,
      points,
      siteTypeIds,
      role,
      rule === undefined ? null : JSON.stringify(rule),
    ])
    if (leadId === undefined) continue
    await house.asOwner(
      `insert into duty (city_id, id, target, criterion_id, organization_id, role, valid_from)
       values ($1, $2, 'criterion', $3, $4, 'lead', '2026-01-01')`,
      [city.id, uuidv7(), criterionId, leadId],
    )
  }
  return { id, frameworkId, partId, criterionIds }
}

/** A published checklist's item, and the criteria it feeds by confirmed ties. */
export async function givenItem(
  house: TestHouse,
  city: TestCity,
  item: {
    readonly dimension: string
    readonly feeds?: { readonly versionId: string; readonly criterionId: string }
  },
): Promise<string> {
  const [checklistId, itemId] = [uuidv7(), uuidv7()]
  const code = checklistId.slice(-12)
  await house.asOwner(
    `insert into checklist (city_id, id, code, name, kind) values ($1, $2, $3, $3, 'standard')`,
    [city.id, checklistId, code],
  )
  await house.asOwner(
    `insert into checklist_item (city_id, id, checklist_id, code, text, dimension, position) values ($1, $2, $3, '1', '检查项', $4, 0)`,
    [city.id, itemId, checklistId, item.dimension],
  )
  if (item.feeds)
    await house.asOwner(
      `insert into item_criterion (city_id, version_id, item_id, criterion_id, state) values ($1, $2, $3, $4, 'confirmed')`,
      [city.id, item.feeds.versionId, itemId, item.feeds.criterionId],
    )
  return itemId
}
