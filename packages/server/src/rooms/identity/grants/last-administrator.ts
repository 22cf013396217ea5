import { Problem } from '@chuangcheng/domain'
import type { Tx } from '../../../platform/database/database.ts'
import { hasAdministrator } from './queries.ts'

/**
 * Called after the change, inside its transaction: somebody must be left who can sign in and do everything everywhere, without end.
 * @throws Problem user.last-administrator
 */
export async function mustKeepAnAdministrator(tx: Tx): Promise<void> {
  if (!(await hasAdministrator(tx))) throw new Problem('user.last-administrator')
}
