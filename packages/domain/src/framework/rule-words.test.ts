import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRuleWords } from './read-rule-words.ts'
import { anyRule } from './testing/any-rule.ts'
import { writeRuleWords } from './write-rule-words.ts'

describe('a rule in words', () => {
  it('reads back equal, whatever words and numbers stand in it', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        expect(readRuleWords(writeRuleWords(rule))).toEqual(rule)
      }),
      { numRuns: 500 },
    )
  })

  it('is a line that people can read', () => {
    const bands = [
      { grade: 'A', from: 0, to: 0, share: 1 },
      { grade: 'C#', from: 3, to: null, share: 0 },
    ]
    expect(writeRuleWords({ kind: 'meanOverSites', of: { kind: 'countBands', bands } })).toBe(
      '点位平均：{按处数：A=0处→100%；C#=3处以上→0%}',
    )
    expect(writeRuleWords({ kind: 'deduction', each: '发现一处', points: 0.5, cap: null })).toBe(
      '扣分：每=发现一处；扣=0.5；最多=不限',
    )
  })

  it.each([
    ['符合得分', 'binary'],
    ['符合得分，不符合不得分', 'binary'],
    ['达标得满分，否则不得分', 'binary'],
    ['是/否', 'binary'],
    ['A/B/C', 'countBands'],
    ['Ａ、Ｂ、Ｃ、C#', 'countBands'],
    ['每发现一处不符合扣0.5分，最多扣3分', 'deduction'],
    ['每获1项省级荣誉加1分', 'bonus'],
    ['一票否决', 'veto'],
  ])('understands %s', (words, kind) => {
    expect(readRuleWords(words)?.kind).toBe(kind)
  })

  it.each([
    '',
    '按当年操作手册',
    '按处数：A',
    '比率：分子=甲；分母=乙',
    '点位平均：{一票否决}',
    '扣分：每=「甲',
  ])('does not guess what %s means', (words) => {
    expect(readRuleWords(words)).toBeNull()
  })
})
