import type { Note, Tx } from '../../../platform/database/database.ts'
import { raisingOfRevision } from './book-queries.ts'

/**
 * What the rule book in memory is made of, by the subjects of audit entries: whatever changes one of these leaves an entry, so a change
 * that forgets to tell the memory is one that forgot its entry, and that fails. In tests the database itself refuses such a change
 * (`testing/raised-rule-book.ts`).
 */
const MATTERING: ReadonlySet<string> = new Set([
  'area',
  'organization',
  'siteType',
  'framework',
  'frameworkVersion',
  'frameworkNode',
  'checklist',
  'duty',
  'city',
])

/** Memories of the rule book are out of date once this transaction is durable, when it changed what they are made of. */
export function raiseRuleBookRevision(tx: Tx, notes: readonly Note[]): void {
  if (notes.some(({ subjectKind }) => MATTERING.has(subjectKind))) tx.send(raisingOfRevision(tx))
}
