import { useMay } from '../../shared/session/session.ts'

/** Whether somebody is here to answer for an organization; everybody else has come to see how things stand. */
export function useAnswersOnly(): boolean {
  const may = useMay()
  return may('selfCheck.answer') && !may('selfCheck.open')
}
