import {
  evaluateRule,
  type Observation,
  type Outcome,
  RULE_KINDS,
  type Rule,
  roleOfRule,
  roundedTo,
  ruleFlaws,
} from '@chuangcheng/domain'
import { describe, expect, it } from 'vitest'
import { workedExamples, written } from './scoring-page.ts'

/** A worked example as it stands on the page; numbers are written as people write them, `1.32` or `5/3`. */
type Example = {
  rule: Rule
  points: number
  observation: Observation
  earned?: string
  shown?: string
  bonus?: string
  passed?: boolean
  deduction?: string | null
}

// what stands on the page is compared with the rules' own types by evaluating it
const examples = workedExamples.filter((one) => 'observation' in one) as Example[]

/** What the page says in the shape of an outcome. */
function promised({ earned, bonus, passed, deduction }: Example): Partial<Outcome> {
  if (earned !== undefined) return { kind: 'earned', points: written(earned) }
  if (bonus !== undefined) return { kind: 'bonus', points: written(bonus) }
  if (passed !== undefined) return { kind: 'gate', passed }
  if (deduction === undefined) throw new Error('the example promises nothing')
  return { kind: 'veto', deduction: deduction === null ? null : written(deduction) }
}

describe('the page about scoring', () => {
  it.each(examples.map((example) => [example.rule.kind, example] as const))(
    'tells the truth about %s',
    (_, example) => {
      const outcome = evaluateRule(example.rule, example.points, example.observation)
      expect(outcome).toMatchObject(promised(example))
      if (example.shown !== undefined && outcome.kind === 'earned')
        expect(roundedTo(outcome.points, 2)).toBe(example.shown)
    },
  )

  it('has an example of every kind', () => {
    expect([...new Set(examples.map(({ rule }) => rule.kind))].sort()).toEqual([...RULE_KINDS].sort())
  })

  it('shows only rules that can be published', () => {
    const flawed = examples.flatMap(({ rule, points }) =>
      ruleFlaws(rule, { role: roleOfRule(rule.kind), points }),
    )
    expect(flawed).toEqual([])
  })
})
