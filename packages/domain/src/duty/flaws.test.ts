import { describe, expect, it } from 'vitest'
import type { DutyRole } from './duty.ts'
import { flawsOfCriterion } from './flaws.ts'

const said = (...duties: [DutyRole, (number | null)?][]) =>
  flawsOfCriterion(duties.map(([role, share = null]) => ({ role, share })))

describe('the duties of a criterion', () => {
  it('are sound with one lead, whoever supports', () => {
    expect(said(['lead'], ['supporting'], ['competent'])).toEqual([])
  })

  it('lack a lead where others only support or are competent', () => {
    expect(said()).toEqual(['no-lead'])
    expect(said(['competent'], ['supporting'])).toEqual(['no-lead'])
  })

  it('have several leads only where these do not share it out', () => {
    expect(said(['lead'], ['lead', 50])).toEqual(['several-leads'])
    expect(said(['lead', 50], ['lead', 50])).toEqual([])
  })

  it('exceed the whole beyond a hundred percent, to the last decimal', () => {
    expect(said(['lead', 33.3333], ['lead', 33.3333], ['supporting', 33.3334])).toEqual([])
    expect(said(['lead', 60], ['supporting', 40.0001])).toEqual(['shares-exceed'])
  })
})
