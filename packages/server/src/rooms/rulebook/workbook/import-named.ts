import type { Author, Database } from '../../../platform/database/database.ts'
import type { ImportFile } from '../../files/index.ts'
import { lockDraft } from '../../frameworks/index.ts'
import { type FrameworkImportOrder, type FrameworkImportOutcome, importInto } from './import.ts'
import { type NamedVersion, takeVersion } from './named-version.ts'

/** Nothing of the transaction stays, but what it found out is told. */
class NothingKept extends Error {
  readonly outcome: FrameworkImportOutcome

  constructor(outcome: FrameworkImportOutcome) {
    super('nothing was imported')
    this.outcome = outcome
  }
}

/**
 * What the system itself imports, at the command line (命令行导入): into the draft that is named so, or into a framework made for it.
 * In a dry run, and when the workbook has errors, no framework is made either.
 * @throws Problem not-found · framework.not-a-draft · import.*
 */
export async function importNamedFramework(
  database: Database,
  author: Author,
  named: NamedVersion,
  file: ImportFile,
  order: FrameworkImportOrder,
): Promise<FrameworkImportOutcome> {
  try {
    return await database.transact(author, async (tx) => {
      const draft = await lockDraft(tx, null, await takeVersion(tx, named))
      const outcome = await importInto(tx, draft, file, order)
      if (outcome.imported) return outcome
      throw new NothingKept(outcome)
    })
  } catch (error) {
    if (error instanceof NothingKept) return error.outcome
    throw error
  }
}
