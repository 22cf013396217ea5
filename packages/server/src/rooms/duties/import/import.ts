import { type Duty, flaw, mustCoverCity, overlaps } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import { localDay } from '../../../platform/local-day.ts'
import { type Decision, importKind } from '../../imports/index.ts'
import { insertDuties, listDutiesById, listDutiesOfOrganizations, saveDuty } from '../register/queries.ts'
import { recordDuty } from '../register/record.ts'
import { DUTY_COLUMNS } from './duty-columns.ts'
import { readKnown } from './known.ts'
import { type Context, type Row, readDutyRow, type SaidDuty } from './row.ts'

type Plan = { readonly added: readonly Duty[]; readonly changed: readonly Duty[] }
type Verdict = { readonly duty: Duty; readonly is: 'added' | 'changed' | 'unchanged' } | 'twice'

const keyOf = ({
  organizationId,
  siteId,
  areaId,
  siteTypeId,
  category,
  criterionId,
}: Omit<Duty, 'id' | 'validFrom'>) =>
  [organizationId, siteId, areaId, siteTypeId, category, criterionId].join(' ')

/**
 * What becomes of a row beside what its organization has already: the same duty from the same day is changed, one that lies across
 * another is refused. A row without a first day means the duty that stands, or one that begins today.
 */
function judge(row: SaidDuty, standing: readonly Duty[], today: string): Verdict {
  const { line: _, ...said } = row
  const validFrom = said.validFrom ?? today
  const across = standing.filter((other) => overlaps(other, { validFrom, validTo: said.validTo }))
  const [other, ...others] = across
  if (!other) return { duty: { ...said, validFrom, id: uuidv7() }, is: 'added' }
  if (others.length > 0 || (said.validFrom !== null && other.validFrom !== said.validFrom)) return 'twice'
  const duty = { ...said, id: other.id, validFrom: other.validFrom }
  const isSame = other.role === said.role && other.share === said.share && other.validTo === said.validTo
  return { duty, is: isSame ? 'unchanged' : 'changed' }
}

/** The rows that name the same duty as one before them, at the same time. */
class Seen {
  readonly #lines = new Map<string, { line: number; validFrom: string; validTo: string | null }[]>()

  /** The line of an earlier row, or null. */
  before(said: SaidDuty, today: string): number | null {
    const validity = { validFrom: said.validFrom ?? today, validTo: said.validTo }
    const earlier = this.#lines.get(keyOf(said)) ?? []
    this.#lines.set(keyOf(said), [...earlier, { line: said.line, ...validity }])
    return earlier.find((other) => overlaps(other, validity))?.line ?? null
  }
}

function groupByKey(duties: readonly Duty[]): Map<string, Duty[]> {
  const groups = new Map<string, Duty[]>()
  for (const duty of duties) groups.set(keyOf(duty), [...(groups.get(keyOf(duty)) ?? []), duty])
  return groups
}

async function decide(reader: Reader, rows: readonly Row[], context: Context): Promise<Decision<Plan>> {
  if (context.actor) mustCoverCity(context.actor, 'duty.edit')
  const today = localDay(new Date())
  const siteCodes = rows.flatMap(({ values: { siteCode } }) => (siteCode === null ? [] : [siteCode]))
  const known = await readKnown(reader, siteCodes, today)
  const readings = rows.map((row) => readDutyRow(row, known, context, today))
  const findings = readings.flatMap((reading) => reading.findings)
  const said = readings.flatMap((reading) => (reading.said ? [reading.said] : []))
  const organizationIds = [...new Set(said.map(({ organizationId }) => organizationId))]
  const standing = groupByKey(await listDutiesOfOrganizations(reader, organizationIds))
  const seen = new Seen()
  const duties = { added: [] as Duty[], changed: [] as Duty[], unchanged: [] as Duty[] }
  for (const one of said) {
    const before = seen.before(one, today)
    if (before !== null)
      findings.push(context.error(one.line, null, flaw('duty-twice-in-file', { line: before })))
    const verdict = judge(one, standing.get(keyOf(one)) ?? [], today)
    if (verdict === 'twice') findings.push(context.error(one.line, 'validFrom', flaw('duty-twice')))
    else duties[verdict.is].push(verdict.duty)
  }
  return {
    plan: { added: duties.added, changed: duties.changed },
    findings,
    createdCount: duties.added.length,
    changedCount: duties.changed.length,
    unchangedCount: duties.unchanged.length,
  }
}

async function apply(tx: Tx, { added, changed }: Plan): Promise<void> {
  const idsOf = (duties: readonly Duty[]) => duties.map(({ id }) => id)
  const before = new Map((await listDutiesById(tx, idsOf(changed))).map((duty) => [duty.id, duty]))
  await insertDuties(tx, added)
  for (const duty of changed) await saveDuty(tx, duty)
  for (const after of await listDutiesById(tx, [...idsOf(added), ...idsOf(changed)])) {
    const earlier = before.get(after.id) ?? null
    recordDuty(tx, earlier ? 'duty.change' : 'duty.add', { before: earlier, after })
  }
}

/** Duties from Excel or CSV (导入责任): known by what they are for, their organization and their first day. */
export const dutyImport = importKind({
  kind: 'Duties',
  subjectKind: 'duty',
  columns: DUTY_COLUMNS,
  needsDatum: false,
  decide,
  apply,
})
