import type { Answerable } from '@chuangcheng/domain'
import type { Reader } from '../../../platform/database/database.ts'
import { localDay } from '../../../platform/local-day.ts'
import { findResponsibleFor } from '../../duties/index.ts'
import type { Draft } from './observe.ts'

/**
 * Who answers by the duties of the city, for a sheet that has no column of organizations at all. Asked once for each criterion, site and day.
 */
export async function askDuties(
  reader: Reader,
  versionId: string,
  drafts: readonly Draft[],
): Promise<Draft[]> {
  const asked = new Map<string, Answerable[]>()
  const answered: Draft[] = []
  for (const { row, observation } of drafts) {
    const { criterionId, siteId, observedAt } = observation
    const day = localDay(new Date(observedAt))
    const key = `${criterionId ?? ''} ${siteId ?? ''} ${day}`
    let responsible = asked.get(key)
    if (responsible === undefined) {
      responsible = await answering(reader, { criterionId, siteId, day, versionId })
      asked.set(key, responsible)
    }
    answered.push({ row, observation: { ...observation, responsible } })
  }
  return answered
}

async function answering(
  reader: Reader,
  about: {
    readonly criterionId: string | null
    readonly siteId: string | null
    readonly day: string
    readonly versionId: string
  },
): Promise<Answerable[]> {
  if (about.criterionId === null && about.siteId === null) return []
  const { deciding } = await findResponsibleFor(reader, { ...about, itemId: null, category: null })
  return deciding.map(({ organizationId, role, share }) => ({ organizationId, role, share }))
}
