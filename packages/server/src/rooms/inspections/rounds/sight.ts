import { type Actor, scopeOf } from '@chuangcheng/domain'

/** Whether somebody plans rounds for the whole city: the office, which sees every round. */
export function plansEverywhere(actor: Actor): boolean {
  const { everything } = scopeOf(actor, 'round.plan')
  return everything
}
