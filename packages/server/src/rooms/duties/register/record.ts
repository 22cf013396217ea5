import type { Tx } from '../../../platform/database/database.ts'
import type { DutyRow } from './queries.ts'

/** A duty as the audit log keeps it: known by what it is for. */
const noted = (duty: DutyRow) => ({
  name: duty.targetName,
  organization: duty.organization,
  dutyRole: duty.role,
  share: duty.share,
  validFrom: duty.validFrom,
  validTo: duty.validTo,
})

type Change = { readonly before: DutyRow | null; readonly after: DutyRow | null }
export type DutyAction = 'duty.add' | 'duty.change' | 'duty.end' | 'duty.remove'

export function recordDuty(tx: Tx, action: DutyAction, { before, after }: Change): void {
  const subject = after ?? before
  if (subject === null) throw new Error('a change of nothing')
  tx.record({
    action,
    subjectKind: 'duty',
    subjectId: subject.id,
    before: before && noted(before),
    after: after && noted(after),
  })
}
