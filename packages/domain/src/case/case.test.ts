import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DutyRole } from '../duty/duty.ts'
import { Problem } from '../problem.ts'
import { CASE_STEPS, type CaseStanding, type CaseStep, handedTo, isOverdue } from './case.ts'
import { caseNumber } from './number.ts'
import { foldSteps, takeStep } from './take-step.ts'
import { STARTING_WORKFLOW, stepsOffered } from './workflow.ts'

const terms = { workflow: STARTING_WORKFLOW, photoRequired: true }
const AT = '2026-11-22T02:00:00.000Z'
const DUE = '2026-11-25T02:00:00.000Z'
const [OFFICE, OTHER, CLERK, COLLEAGUE, VERIFIER] = ['office', 'other', 'clerk', 'colleague', 'verifier']

const step = (more: Partial<CaseStep>): CaseStep => ({
  number: 1,
  step: 'open',
  at: AT,
  actorId: CLERK,
  reason: '',
  photoIds: [],
  organizationId: null,
  dueAt: null,
  ...more,
})
const opening = step({ actorId: 'inspector', organizationId: OFFICE, dueAt: DUE })

/** Steps one after another from the opening. */
const after = (...more: readonly Partial<CaseStep>[]): CaseStanding =>
  foldSteps(terms, [opening, ...more.map((one, index) => step({ number: index + 2, ...one }))])
const refusal = (...more: readonly Partial<CaseStep>[]): string => {
  try {
    after(...more)
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
  return 'taken'
}
const rectified = { step: 'rectify', photoIds: ['p'] } as const

describe('a case', () => {
  it('goes from hand to hand until it is closed', () => {
    expect(after()).toMatchObject({ state: 'assigned', organizationId: OFFICE, dueAt: DUE, revision: 1 })
    expect(after({ step: 'accept' })).toMatchObject({
      state: 'accepted',
      acceptedAt: AT,
      handlerIds: [CLERK],
    })
    expect(after({ step: 'accept' }, { ...rectified, actorId: COLLEAGUE })).toMatchObject({
      state: 'rectified',
      handlerIds: [CLERK, COLLEAGUE],
    })
    expect(after(rectified, { step: 'close', actorId: VERIFIER })).toMatchObject({
      state: 'closed',
      closedAt: AT,
      revision: 3,
    })
  })

  it('is nobody’s when nobody was named, and somebody’s once it is dispatched', () => {
    const nobodys = foldSteps(terms, [{ ...opening, organizationId: null }])
    expect(nobodys).toMatchObject({ state: 'unassigned', organizationId: null })
    const later = '2026-11-28T02:00:00.000Z'
    const given = step({ number: 2, step: 'dispatch', organizationId: OTHER, dueAt: later })
    expect(takeStep(terms, nobodys, given)).toMatchObject({
      state: 'assigned',
      organizationId: OTHER,
      dueAt: later,
    })
  })

  it('comes back with a reason, and goes to the inbox when it is declined', () => {
    const back = { step: 'return', actorId: VERIFIER, reason: '没扫净' } as const
    expect(after(rectified, back)).toMatchObject({
      state: 'returned',
      organizationId: OFFICE,
      returnCount: 1,
      rectifiedAt: null,
    })
    expect(after(rectified, back, rectified)).toMatchObject({ state: 'rectified', returnCount: 1 })
    expect(after({ step: 'decline', reason: '归城管' })).toMatchObject({
      state: 'unassigned',
      organizationId: null,
    })
  })

  it.each<[string, string, Partial<CaseStep>[]]>([
    [
      'a return without a reason',
      'case.reason-missing',
      [rectified, { step: 'return', actorId: VERIFIER, reason: ' ' }],
    ],
    ['declining without a reason', 'case.reason-missing', [{ step: 'decline' }]],
    ['a report without the photo it needs', 'case.photo-needed', [{ step: 'rectify' }]],
    ['closing by who reported it', 'case.verifier-is-handler', [rectified, { step: 'close' }]],
    [
      'closing by who took it up before a colleague reported it',
      'case.verifier-is-handler',
      [{ step: 'accept' }, { ...rectified, actorId: COLLEAGUE }, { step: 'close' }],
    ],
    [
      'returning by who reported it',
      'case.verifier-is-handler',
      [rectified, { step: 'return', reason: '不' }],
    ],
    ['closing what nobody reported', 'case.step-not-possible', [{ step: 'close', actorId: VERIFIER }]],
    ['a second opening', 'case.step-not-possible', [{ step: 'open' }]],
    ['a deadline that has passed', 'case.due-past', [{ step: 'dispatch', organizationId: OTHER, dueAt: AT }]],
    ['a step that was counted already', 'changed-meanwhile', [{ step: 'accept', number: 1 }]],
  ])('refuses %s', (_, code, steps) => {
    expect(refusal(...steps)).toBe(code)
  })

  it('asks for no photo where the item asks for none', () => {
    const plain = { ...terms, photoRequired: false }
    expect(foldSteps(plain, [opening, step({ number: 2, step: 'rectify' })]).state).toBe('rectified')
  })
})

describe('whatever is tried with a case', () => {
  const anyStep = fc.record({
    step: fc.constantFrom(...CASE_STEPS),
    actorId: fc.constantFrom(CLERK, COLLEAGUE, VERIFIER, null),
    reason: fc.constantFrom('', '原因'),
    photoIds: fc.constantFrom([], ['p']),
    organizationId: fc.constantFrom(OFFICE, OTHER),
    dueAt: fc.constantFrom(null, DUE),
  })

  /** What is left of a row of attempts: the steps that were taken. */
  function taken(tries: readonly Partial<CaseStep>[]): CaseStep[] {
    const steps = [opening]
    for (const one of tries) {
      const next = step({ ...one, number: steps.length + 1 })
      try {
        foldSteps(terms, [...steps, next])
        steps.push(next)
      } catch (error) {
        if (!(error instanceof Problem)) throw error
      }
    }
    return steps
  }

  it('it keeps its promises: proof, a verifier who is not the handler, an owner while somebody has to act', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 12 }), (tries) => {
        const steps = taken(tries)
        const standing = foldSteps(terms, steps)
        expect(standing.revision).toBe(steps.length)
        if (['assigned', 'accepted', 'returned'].includes(standing.state))
          expect(standing.organizationId).not.toBeNull()
        const closing = steps.find((one) => one.step === 'close')
        if (!closing) return
        const reports = steps.filter((one) => one.step === 'rectify' || one.step === 'fixOnSpot')
        expect(reports.at(-1)?.photoIds).not.toEqual([])
        expect(standing.handlerIds).not.toContain(closing.actorId)
        expect(steps.at(-1)).toBe(closing)
      }),
    )
  })

  it('what it comes to does not depend on where one begins to fold', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 12 }), fc.nat(), (tries, cut) => {
        const steps = taken(tries)
        const at = 1 + (cut % steps.length)
        const begun = foldSteps(terms, steps.slice(0, at))
        const resumed = steps.slice(at).reduce((before, one) => takeStep(terms, before, one), begun)
        expect(resumed).toEqual(foldSteps(terms, steps))
      }),
    )
  })
})

describe('what is offered', () => {
  const everything = (userId: string) => ({ userId, may: () => true })

  it('follows state and permission', () => {
    const only = (permission: string) => ({ userId: CLERK, may: (one: string) => one === permission })
    expect(stepsOffered(STARTING_WORKFLOW, after(), only('case.handle'))).toEqual([
      'accept',
      'rectify',
      'decline',
    ])
    expect(stepsOffered(STARTING_WORKFLOW, after(), only('case.dispatch'))).toEqual(['dispatch'])
    expect(stepsOffered(STARTING_WORKFLOW, after(), only('case.verify'))).toEqual([])
  })

  it('leaves verification to others than the handler, and the rest to other rooms', () => {
    expect(stepsOffered(STARTING_WORKFLOW, after(rectified), everything(CLERK))).toEqual([])
    expect(stepsOffered(STARTING_WORKFLOW, after(rectified), everything(VERIFIER))).toEqual([
      'close',
      'return',
    ])
  })
})

describe('a deadline', () => {
  it('runs until it is reported, and again after a return', () => {
    const late = '2026-11-26T00:00:00.000Z'
    expect(isOverdue(after(), DUE)).toBe(false)
    expect(isOverdue(after(), late)).toBe(true)
    expect(isOverdue(after(rectified), late)).toBe(false)
    expect(isOverdue(after(rectified, { step: 'return', actorId: VERIFIER, reason: '不' }), late)).toBe(true)
  })
})

describe('whose a case is', () => {
  const as = (role: DutyRole) => ({ organizationId: role, role, share: null })
  it('is the lead’s before the competent, never who only supports', () => {
    expect(handedTo([as('competent'), as('lead')])?.organizationId).toBe('lead')
    expect(handedTo([as('supporting'), as('competent')])?.organizationId).toBe('competent')
    expect(handedTo([as('supporting')])).toBeNull()
  })
})

it('a number says the second and how many came before in it', () => {
  expect(caseNumber('2026-11-22T10:12:05', 1)).toBe('WT-20261122-101205-01')
  expect(caseNumber('2026-11-22T10:12:05', 123)).toBe('WT-20261122-101205-123')
})
