import { useRef } from 'react'
import { v7 as newId } from 'uuid'
import { type Body, call } from '../../../shared/api/client.ts'
import { type CaseFile, useKeepCase } from '../case-queries.ts'

type Said<O extends 'dispatchCase' | 'rectifyCase' | 'returnCase' | 'closeCase' | 'declineCase'> = Omit<
  Body<O>,
  'stepId' | 'basedOn'
>

/**
 * The steps of a case, each sent under an id that stays until it went through: pressed again after the network broke off, it is taken once.
 */
export function useSteps({ id, revision }: Pick<CaseFile, 'id' | 'revision'>) {
  const keep = useKeepCase()
  const stepId = useRef(newId())
  const params = { id }
  const based = () => ({ stepId: stepId.current, basedOn: revision })
  const kept = (after: CaseFile) => {
    stepId.current = newId()
    keep(after)
    return after
  }
  return {
    accept: async () => kept(await call('acceptCase', { params, body: based() })),
    rectify: async (said: Said<'rectifyCase'>) =>
      kept(await call('rectifyCase', { params, body: { ...based(), ...said } })),
    close: async (said: Said<'closeCase'>) =>
      kept(await call('closeCase', { params, body: { ...based(), ...said } })),
    sendBack: async (said: Said<'returnCase'>) =>
      kept(await call('returnCase', { params, body: { ...based(), ...said } })),
    decline: async (said: Said<'declineCase'>) =>
      kept(await call('declineCase', { params, body: { ...based(), ...said } })),
    dispatch: async (said: Said<'dispatchCase'>) =>
      kept(await call('dispatchCase', { params, body: { ...based(), ...said } })),
  }
}
