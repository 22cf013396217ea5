import { describe, expect, it } from 'vitest'
import type { Problem } from '../problem.ts'
import { countStandings, isLate, mustBeReasoned, type StandingSaid } from './self-check.ts'

const today = '2026-11-22'
const refusal = (said: Partial<StandingSaid>): string => {
  try {
    mustBeReasoned({ standing: 'met', reason: '', plan: '', planOn: null, ...said }, today)
  } catch (error) {
    return (error as Problem).code // the rule throws nothing else
  }
  return 'taken'
}

describe('what an organization says of its criterion', () => {
  it.each<[string, Partial<StandingSaid>, string]>([
    ['met needs nothing', {}, 'taken'],
    ['mostly met needs a reason', { standing: 'mostlyMet', reason: ' ' }, 'self-check.reason-missing'],
    ['and no plan', { standing: 'mostlyMet', reason: '缺一块牌' }, 'taken'],
    ['not met needs a plan', { standing: 'unmet', reason: '缺', planOn: today }, 'self-check.plan-missing'],
    ['and its day', { standing: 'unmet', reason: '缺', plan: '补' }, 'self-check.plan-missing'],
    ['today is early enough', { standing: 'unmet', reason: '缺', plan: '补', planOn: today }, 'taken'],
    [
      'yesterday is not',
      { standing: 'unmet', reason: '缺', plan: '补', planOn: '2026-11-21' },
      'self-check.plan-day-past',
    ],
  ])('%s', (_, said, expected) => {
    expect(refusal(said)).toBe(expected)
  })
})

describe('a task of a self-check', () => {
  const met = { standing: 'met', planOn: null, firstOn: '2026-11-20' } as const
  it('is late when nothing came by the due day, or came after it', () => {
    expect([isLate(null, today, today), isLate(null, '2026-11-21', today)]).toEqual([false, true])
    expect([isLate(met, '2026-11-20', today), isLate(met, '2026-11-19', today)]).toEqual([false, true])
  })

  it('is late when the day of its plan has passed', () => {
    const planned = { standing: 'unmet', planOn: '2026-11-21', firstOn: '2026-11-01' } as const
    expect(isLate(planned, '2026-12-01', today)).toBe(true)
    expect(isLate({ ...planned, standing: 'mostlyMet' }, '2026-12-01', today)).toBe(false)
  })

  it('counts under one standing, and as late beside it', () => {
    const tasks = [
      { standing: 'met', late: false },
      { standing: 'met', late: true },
      { standing: null, late: true },
    ] as const
    expect(countStandings(tasks)).toEqual({
      taskCount: 3,
      metCount: 2,
      mostlyMetCount: 0,
      unmetCount: 0,
      missingCount: 1,
      lateCount: 2,
    })
  })
})
