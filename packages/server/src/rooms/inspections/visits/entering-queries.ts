import type { Tx } from '../../../platform/database/database.ts'
import { fixed } from '../../../platform/database/fixed.ts'

/** Others who count what stands at the site wait until this transaction ends; the next statement finds all that they wrote. */
export function lockPlannedSite(tx: Tx, roundId: string, siteId: string): void {
  tx.send(fixed`select from round_site
    where city_id = ${tx.cityId} and round_id = ${roundId} and site_id = ${siteId} for no key update`)
}

/** The visits that stand at a site of a round, each under another checklist. */
export async function listStandingVisitIds(tx: Tx, roundId: string, siteId: string): Promise<string[]> {
  const { rows } = await fixed<{ id: string }>`
    select id from site_visit
    where city_id = ${tx.cityId} and round_id = ${roundId} and site_id = ${siteId} and state = 'standing'`.execute(
    tx.sql,
  )
  return rows.map(({ id }) => id)
}
