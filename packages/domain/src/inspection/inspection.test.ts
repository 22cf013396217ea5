import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnswerKind, ChecklistItem } from '../checklist/checklist.ts'
import { Problem } from '../problem.ts'
import { type AnsweredItem, judgeAnswers } from './answers.ts'
import { gapsOfRound } from './gaps.ts'
import { isHidden, stateOfRound } from './round.ts'
import { shareOut } from './shares.ts'
import { correctTimes } from './visit-time.ts'

const codeOf = (work: () => unknown): string => {
  try {
    work()
    return 'taken'
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return `${error.code} ${error.params.reason ?? ''}`.trim()
  }
}

const item = (id: string, answer: AnswerKind, more: Partial<ChecklistItem> = {}): ChecklistItem => ({
  id,
  code: id,
  text: `检查项${id}`,
  dimension: '公共环境',
  answer,
  protocol: '',
  exemptions: [],
  photo: 'never',
  photoPurpose: '',
  handOver: true,
  weight: 1,
  guesses: [],
  ...more,
})
const ITEMS = [
  item('a', { kind: 'binary' }, { photo: 'onFailure', photoPurpose: '便于整改前后对比' }),
  item('b', {
    kind: 'grade',
    grades: [
      { grade: '好', share: 1, meaning: '' },
      { grade: '差', share: 0, meaning: '' },
    ],
  }),
  item('c', { kind: 'number', unit: '%', direction: 'atLeast', target: 90 }),
]
const said = (itemId: string, answer: AnsweredItem['answer'], photoIds: string[] = []): AnsweredItem => ({
  itemId,
  answer,
  note: '',
  photoIds,
})
const judge = (...answers: AnsweredItem[]) => judgeAnswers(ITEMS, answers, { pictureIds: new Set(['p']) })
const refusal = (...answers: AnsweredItem[]) => codeOf(() => judge(...answers))

describe('answers under a checklist', () => {
  it('are put in its order, and what earns less than everything fails', () => {
    const judged = judge(
      said('c', { kind: 'number', value: 89.5 }),
      said('b', { kind: 'grade', grade: '好' }),
      said('a', { kind: 'binary', conforms: false }, ['p']),
    )
    expect(judged.map(({ itemId, failed }) => [itemId, failed])).toEqual([
      ['a', true],
      ['b', false],
      ['c', true],
    ])
  })

  it('may leave items out: not observed is not a failure', () => {
    expect(judge(said('b', { kind: 'notApplicable' }))).toMatchObject([{ itemId: 'b', failed: false }])
  })

  it('are refused when the checklist does not know them', () => {
    expect(refusal(said('x', { kind: 'binary', conforms: true }))).toBe('visit.item-unknown')
    const twice = said('b', { kind: 'notApplicable' })
    expect(refusal(twice, twice)).toBe('visit.item-twice')
    const invalid = (...rest: Parameters<typeof said>) => refusal(said(...rest))
    expect(invalid('a', { kind: 'number', value: 1 })).toBe('visit.answer-invalid answerFlaw.kind')
    expect(invalid('b', { kind: 'grade', grade: '优' })).toBe('visit.answer-invalid answerFlaw.grade')
    expect(invalid('c', { kind: 'number', value: 0.00001 })).toBe('visit.answer-invalid answerFlaw.decimals')
  })

  it('need a photo only where an item fails that asks for one, and only real ones', () => {
    expect(refusal(said('a', { kind: 'binary', conforms: false }))).toBe('visit.photo-needed')
    expect(refusal(said('a', { kind: 'binary', conforms: true }))).toBe('taken')
    expect(refusal(said('a', { kind: 'binary', conforms: false }, ['q']))).toBe('visit.photo-unknown')
  })
})

describe('the times of a visit', () => {
  const now = '2026-11-22T02:00:00.000Z'
  const at = (startedAt: string, finishedAt: string, sentAt = now) => ({ startedAt, finishedAt, sentAt })

  it('are corrected by how far the device’s clock is off', () => {
    const early = at('2026-11-22T00:30:00Z', '2026-11-22T00:50:00Z', '2026-11-22T01:00:00Z')
    expect(correctTimes(early, now)).toEqual({
      startedAt: '2026-11-22T01:30:00.000Z',
      finishedAt: '2026-11-22T01:50:00.000Z',
      clockOffset: 3_600_000,
    })
  })

  it('are refused when they cannot be', () => {
    const refused = (...times: Parameters<typeof at>) => codeOf(() => correctTimes(at(...times), now))
    expect(refused('2026-11-22T01:00:00Z', '2026-11-22T00:59:00Z')).toContain('reversed')
    expect(refused('2026-11-22T01:00:00Z', '2026-11-22T02:05:00Z')).toContain('ahead')
    expect(refused('2026-11-20T01:00:00Z', '2026-11-22T01:00:00Z')).toContain('too-long')
    expect(refused('2026-11-22T01:00:00Z', '2026-11-22T02:00:30Z')).toBe('taken')
  })
})

describe('a round', () => {
  it('is planned, runs, and ends when somebody says so', () => {
    const round = { startsOn: '2026-11-20', finishedAt: null }
    expect(stateOfRound(round, '2026-11-19')).toBe('planned')
    expect(stateOfRound(round, '2027-01-01')).toBe('running')
    expect(stateOfRound({ ...round, finishedAt: '2026-11-21T00:00:00Z' }, '2026-11-19')).toBe('finished')
  })

  it('is hidden while it is covert and not published', () => {
    expect(isHidden({ kind: 'covert', publishedAt: null })).toBe(true)
    expect(isHidden({ kind: 'covert', publishedAt: '2026-11-21T00:00:00Z' })).toBe(false)
    expect(isHidden({ kind: 'daily', publishedAt: null })).toBe(false)
  })

  it('has gaps while it cannot be walked as planned', () => {
    const type = { name: '公园', siteCount: 3, checklistCount: 1, feedingItemCount: 2 }
    const whole = { types: [type], unassignedCount: 0, unfitCount: 0, teams: [] }
    expect(gapsOfRound(whole)).toEqual([])
    const codes = (more: Partial<Parameters<typeof gapsOfRound>[0]>) =>
      gapsOfRound({ ...whole, ...more }).map(({ code }) => code)
    expect(codes({ types: [], teams: [] })).toEqual(['no-sites'])
    expect(codes({ types: [{ ...type, checklistCount: 0 }], teams: [] })).toEqual(['type-without-checklist'])
    expect(codes({ types: [{ ...type, feedingItemCount: 0 }], teams: [] })).toEqual(['no-item-feeds'])
    expect(codes({ unassignedCount: 2, teams: [{ name: '一组', memberCount: 0 }] })).toEqual([
      'site-unassigned',
      'team-empty',
    ])
    // without teams, whoever may record there walks it
    expect(codes({ unassignedCount: 2, unfitCount: 1, teams: [] })).toEqual(['site-unfit'])
  })
})

describe('sites that have no team', () => {
  it('go out evenly, each to one, neighbors together', () => {
    const sites = ['2/b', '1/a', '2/a', '1/b', '1/c'].map((name) => ({
      id: name,
      code: name,
      areaCodes: [name.slice(0, 1)],
    }))
    const shares = shareOut(sites, [
      { id: 'one', siteCount: 1 },
      { id: 'two', siteCount: 0 },
    ])
    expect([...shares]).toEqual([
      ['one', ['1/a', '1/b']],
      ['two', ['1/c', '2/a', '2/b']],
    ])
  })

  it('leave no team two ahead that took any', () => {
    const teams = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(teams, fc.integer({ min: 0, max: 60 }), (counts, siteCount) => {
        const sites = Array.from({ length: siteCount }, (_, at) => ({
          id: `${at}`,
          code: `${at}`,
          areaCodes: [],
        }))
        const taking = counts.map((count, at) => ({ id: `t${at}`, siteCount: count }))
        const shares = shareOut(sites, taking)
        expect([...shares.values()].flat().sort()).toEqual(sites.map(({ id }) => id).sort())
        const totals = taking.map((team) => team.siteCount + (shares.get(team.id)?.length ?? 0))
        const least = Math.min(...totals)
        const takers = totals.filter((_, at) => (shares.get(`t${at}`)?.length ?? 0) > 0)
        expect(takers.every((total) => total <= least + 1)).toBe(true)
      }),
    )
  })
})
