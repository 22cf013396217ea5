import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DUTY_ROLES, DUTY_TARGETS, type Duty, type DutyRole, isWhole, overlaps } from './duty.ts'
import { type DutyQuestion, decideResponsible } from './responsible.ts'

const NO_AIM = { siteId: null, areaId: null, siteTypeId: null, category: null, criterionId: null }
let count = 0
const duty = (aim: Partial<Duty> & Pick<Duty, 'target'>, organizationId: string, role: DutyRole): Duty => ({
  ...NO_AIM,
  id: String(count++),
  organizationId,
  role,
  share: null,
  validFrom: '2026-01-01',
  validTo: null,
  ...aim,
})

const question: DutyQuestion = {
  siteId: 'market',
  siteTypeId: 'markets',
  areaIds: ['city', 'district', 'street'],
  category: '公共环境',
  criterionIds: ['1-1', '1-2'],
  day: '2026-06-01',
}

const site = duty({ target: 'site', siteId: 'market' }, 'operator', 'lead')
const streetMarkets = duty(
  { target: 'areaSiteType', areaId: 'street', siteTypeId: 'markets' },
  'streetMarketOffice',
  'competent',
)
const street = duty({ target: 'areaSiteType', areaId: 'street' }, 'streetOffice', 'lead')
const cityMarkets = duty(
  { target: 'areaSiteType', areaId: 'city', siteTypeId: 'markets' },
  'marketBureau',
  'lead',
)
const category = duty({ target: 'category', category: '公共环境' }, 'sanitation', 'lead')
const criterion = duty({ target: 'criterion', criterionId: '1-2' }, 'culture', 'lead')
const LADDER = [site, streetMarkets, street, cityMarkets, category, criterion]

describe('the most specific duty decides', () => {
  it.each(LADDER.map((each, step) => [each.organizationId, step] as const))(
    '%s, when nothing more specific holds',
    (organizationId, step) => {
      const answer = decideResponsible(question, LADDER.slice(step).toReversed())
      expect(answer.deciding.map((each) => each.organizationId)).toEqual([organizationId])
      expect(answer.because).toBe(LADDER[step]?.target)
      expect(answer.behind).toEqual(LADDER.slice(step + 1))
    },
  )

  it('is never displaced by one that only supports; that one stands beside it', () => {
    const supporter = duty({ target: 'site', siteId: 'market' }, 'volunteers', 'supporting')
    const answer = decideResponsible(question, [supporter, category])
    expect(answer.because).toBe('category')
    expect(answer.deciding).toEqual([category, supporter])
  })

  it('is nobody where only supporters are named: it goes to the unassigned', () => {
    const supporter = duty({ target: 'site', siteId: 'market' }, 'volunteers', 'supporting')
    expect(decideResponsible(question, [supporter])).toEqual({
      because: 'none',
      deciding: [],
      behind: [supporter],
    })
  })

  it('holds from its first day to its last', () => {
    const short = { ...site, validFrom: '2026-06-01', validTo: '2026-06-01' }
    const on = (day: string) => decideResponsible({ ...question, day }, [short]).because
    expect([on('2026-05-31'), on('2026-06-01'), on('2026-06-02')]).toEqual(['none', 'site', 'none'])
  })

  it('names an organization once, for what it is first', () => {
    const also = duty({ target: 'criterion', criterionId: '1-1' }, 'culture', 'supporting')
    expect(decideResponsible(question, [also, criterion]).deciding).toEqual([criterion])
  })
})

/** Slowly and in other words: try the levels one by one, each a list of what it takes to stand on it. */
function slowly(asked: DutyQuestion, duties: readonly Duty[]) {
  const holding = duties.filter(
    (each) => !(asked.day < each.validFrom || (each.validTo !== null && asked.day > each.validTo)),
  )
  const tests: ((each: Duty) => boolean)[] = [
    (each) => each.target === 'site' && asked.siteId !== null && each.siteId === asked.siteId,
  ]
  for (const areaId of [...asked.areaIds].reverse()) {
    tests.push(
      (each) =>
        each.target === 'areaSiteType' &&
        each.areaId === areaId &&
        each.siteTypeId !== null &&
        each.siteTypeId === asked.siteTypeId,
      (each) => each.target === 'areaSiteType' && each.areaId === areaId && each.siteTypeId === null,
    )
  }
  tests.push(
    (each) => each.target === 'category' && each.category !== null && each.category === asked.category,
    (each) => each.target === 'criterion' && asked.criterionIds.some((id) => id === each.criterionId),
  )
  const passed: Duty[] = []
  for (const stands of tests) {
    const here = holding.filter(stands)
    passed.push(...here)
    if (here.some(({ role }) => role === 'lead' || role === 'competent')) {
      return {
        because: here[0]?.target,
        organizations: new Set(passed.map(({ organizationId }) => organizationId)),
        leads: new Set(
          here.filter(({ role }) => role === 'lead').map(({ organizationId }) => organizationId),
        ),
        behindCount: holding.filter((each) => tests.some((test) => test(each))).length - passed.length,
      }
    }
  }
  return { because: 'none', organizations: new Set(), leads: new Set(), behindCount: passed.length }
}

const few = <T>(...values: T[]) => fc.constantFrom(...values)
const anyDay = few('2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01')
const anyAim = fc.oneof(
  few('a', 'b').map((siteId) => ({ ...NO_AIM, target: 'site' as const, siteId })),
  fc
    .record({ areaId: few('c', 'd', 's', 'x'), siteTypeId: few(null, 't', 'u') })
    .map((aim) => ({ ...NO_AIM, target: 'areaSiteType' as const, ...aim })),
  few('p', 'q').map((one) => ({ ...NO_AIM, target: 'category' as const, category: one })),
  few('1', '2', '3').map((criterionId) => ({ ...NO_AIM, target: 'criterion' as const, criterionId })),
)
const anyDuty: fc.Arbitrary<Duty> = fc
  .record({
    aim: anyAim,
    id: fc.uuid(),
    organizationId: few('o1', 'o2', 'o3', 'o4'),
    role: few(...DUTY_ROLES),
    share: few(null, 40, 60),
    validFrom: anyDay,
    validTo: fc.option(anyDay),
  })
  .map(({ aim, ...rest }) => ({ ...aim, ...rest }))
const anyQuestion: fc.Arbitrary<DutyQuestion> = fc.record({
  siteId: few(null, 'a', 'b'),
  siteTypeId: few(null, 't', 'u'),
  areaIds: few([], ['c'], ['c', 'd'], ['c', 'd', 's']),
  category: few(null, 'p', 'q'),
  criterionIds: few([], ['1'], ['1', '2']),
  day: anyDay,
})

describe('for any duties', () => {
  it('the answer is that of the slow reference', () => {
    fc.assert(
      fc.property(anyQuestion, fc.array(anyDuty, { maxLength: 12 }), (asked, duties) => {
        const fast = decideResponsible(asked, duties)
        const slow = slowly(asked, duties)
        expect(fast.because).toBe(slow.because)
        expect(new Set(fast.deciding.map(({ organizationId }) => organizationId))).toEqual(slow.organizations)
        expect(fast.deciding.length).toBe(slow.organizations.size)
        expect(
          new Set(
            fast.deciding.filter(({ role }) => role === 'lead').map(({ organizationId }) => organizationId),
          ),
        ).toEqual(slow.leads)
        expect(fast.behind.length).toBe(slow.behindCount)
      }),
      { numRuns: 2000 },
    )
  })

  it('the order in which they are given does not matter', () => {
    fc.assert(
      fc.property(anyQuestion, fc.array(anyDuty, { maxLength: 8 }), (asked, duties) => {
        const said = (given: readonly Duty[]) => {
          const { because, deciding } = decideResponsible(asked, given)
          return [because, deciding.map(({ organizationId, role, share }) => [organizationId, role, share])]
        }
        expect(said(duties.toReversed())).toEqual(said(duties))
      }),
    )
  })
})

describe('a duty', () => {
  it('is whole when exactly the fields of its target are set', () => {
    fc.assert(fc.property(anyDuty, (each) => isWhole(each)))
    for (const target of DUTY_TARGETS) expect(isWhole({ ...NO_AIM, target })).toBe(false)
    expect(isWhole({ ...site, siteTypeId: 'markets' })).toBe(false)
    expect(isWhole({ ...site, criterionId: '1-1' })).toBe(false)
  })

  it('overlaps another on the day on which one ends and the other begins', () => {
    const early = { validFrom: '2026-01-01', validTo: '2026-02-01' }
    expect(overlaps(early, { validFrom: '2026-02-01', validTo: null })).toBe(true)
    expect(overlaps(early, { validFrom: '2026-02-02', validTo: null })).toBe(false)
    expect(overlaps({ validFrom: '2026-02-02', validTo: null }, early)).toBe(false)
  })
})
