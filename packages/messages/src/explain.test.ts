import {
  defaultRule,
  ITEM_FLAW_CODES,
  RULE_FLAW_CODES,
  RULE_KINDS,
  type Rule,
  ruleFlaws,
} from '@chuangcheng/domain'
import { describe, expect, it } from 'vitest'
import { explainFlaw } from './explain-flaw.ts'
import { explainRule } from './explain-rule.ts'

const SAID: readonly [rule: Rule, chinese: string, english: string][] = [
  [
    { kind: 'binary' },
    '符合得满分，不符合不得分。',
    'Earns all points when it conforms, nothing when it does not.',
  ],
  [
    defaultRule('meanOverSites'),
    '每处点位按问题数定档：0 处得满分（A），1 处得 66%（B），2 处得 33%（C），3 处及以上不得分（C#）；取各点位平均。',
    'Each site by the number of violations: 0 found earns all points (A), 1 found earns 66% (B), 2 found earns 33% (C), 3 or more found earns nothing (C#); the mean over the sites.',
  ],
  [
    {
      kind: 'grade',
      grades: [
        { grade: '全部满足', share: 1, meaning: '' },
        { grade: '缺一类', share: 0.66, meaning: '缺正式发文' },
      ],
    },
    '按情形定档：全部满足 得满分，缺一类（缺正式发文）得 66%。',
    'By what is seen: 全部满足 earns all points, 缺一类 (缺正式发文) earns 66%.',
  ],
  [
    { kind: 'rate', numerator: '改造完成的小区数', denominator: '应改造的小区数', full: 0.9 },
    '按比率计分：改造完成的小区数÷应改造的小区数，达到 90% 得满分，不足的按比例折算。',
    'By the rate 改造完成的小区数 ÷ 应改造的小区数: 90% earns all points, less earns in proportion.',
  ],
  [
    {
      kind: 'threshold',
      metric: '区域噪声',
      unit: '分贝',
      direction: 'atMost',
      steps: [
        { grade: 'A', bound: 60, share: 1 },
        { grade: 'B', bound: null, share: 0.66 },
      ],
    },
    '按区域噪声定档：不高于 60 分贝得满分（A），不高于 （待定）得 66%（B），其余不得分。',
    'By 区域噪声: at most 60 分贝 earns all points (A), at most (not set yet) earns 66% (B), anything else earns nothing.',
  ],
  [
    {
      kind: 'piecewiseLinear',
      metric: '知晓率',
      unit: '%',
      knots: [
        { value: 60, share: 0 },
        { value: 90, share: 1 },
      ],
    },
    '按知晓率折算：60% 不得分，90% 得满分；两点之间按直线折算，两端之外不再增减。',
    'By 知晓率: 60% earns nothing, 90% earns all points; in straight lines between, level outside.',
  ],
  [
    { kind: 'deduction', each: '每发现一处', points: 0.3, cap: 1 },
    '每发现一处，扣 0.3 分，最多扣 1 分。',
    '每发现一处: 0.3 points off, at most 1.',
  ],
  [
    { kind: 'bonus', each: '每获一项省级表彰', points: 0.5, cap: null },
    '每获一项省级表彰，加 0.5 分，最多加到本项分值。',
    '每获一项省级表彰: 0.5 points on top, at most the points of the criterion.',
  ],
  [
    {
      kind: 'gate',
      metric: '未成年人测评得分',
      unit: '分',
      direction: 'atLeast',
      bound: 85,
      effect: '不得申报',
    },
    '前置条件：未成年人测评得分须不低于 85 分；未达到时：不得申报。',
    'A gate: 未成年人测评得分 has to be at least 85 分; if it is not: 不得申报.',
  ],
  [
    { kind: 'veto', points: null, effect: '取消申报资格' },
    '一票否决：一旦发生，申报终止；取消申报资格。',
    'A veto: if it happens, the application ends; 取消申报资格.',
  ],
  [
    {
      kind: 'composite',
      parts: [
        { name: '台账', weight: 30, rule: { kind: 'binary' } },
        { name: '实地', weight: 70, rule: { kind: 'deduction', each: '每处', points: 0.1, cap: null } },
      ],
    },
    '由 2 部分按权重合成：台账（权重 30）符合得满分，不符合不得分；实地（权重 70）每处，扣 0.1 分，扣完为止。',
    'Made of 2 parts by weight: 台账 (weight 30) earns all points when it conforms, nothing when it does not; 实地 (weight 70) 每处: 0.1 points off, until none are left.',
  ],
]

describe('a rule in words', () => {
  it.each(SAID)('%j', (rule, chinese, english) => {
    expect(explainRule('zh-CN', rule)).toBe(chinese)
    expect(explainRule('en', rule)).toBe(english)
  })

  it('says of every kind that something is not set yet', () => {
    for (const kind of RULE_KINDS) {
      const chinese = explainRule('zh-CN', defaultRule(kind))
      expect(chinese).toMatch(/\p{Script=Han}.*。$/u)
      expect(chinese).not.toMatch(/null|undefined|\{/)
      expect(explainRule('en', defaultRule(kind))).toMatch(/^[A-Z(].*\.$/)
    }
    expect(explainRule('zh-CN', defaultRule('deduction'))).toBe('（未填写），扣 （待定） 分，扣完为止。')
  })
})

describe('a flaw in words', () => {
  it('says what is missing, and in which part', () => {
    const rule: Rule = {
      kind: 'composite',
      parts: [
        { name: '台账', weight: 1, rule: { kind: 'binary' } },
        { name: '实地', weight: 1, rule: { ...defaultRule('deduction'), each: '每处', points: 1, cap: 0.5 } },
      ],
    }
    const [flaw] = ruleFlaws(rule, { role: 'ordinary', points: 2 })
    if (!flaw) throw new Error('a flaw was expected')
    expect(explainFlaw('zh-CN', flaw)).toBe('第 2 部分：上限 0.5 分低于每次的 1 分')
    expect(explainFlaw('en', flaw)).toBe('Part 2: The cap of 0.5 is below the 1 points for each')
  })

  it('names kind and role', () => {
    const [flaw] = ruleFlaws({ kind: 'binary' }, { role: 'veto', points: null })
    if (!flaw) throw new Error('a flaw was expected')
    expect(explainFlaw('zh-CN', flaw)).toBe('“符合即得分”规则不能用于一票否决的测评标准')
  })

  it('has a sentence for every code', () => {
    for (const code of [...RULE_FLAW_CODES, ...ITEM_FLAW_CODES])
      for (const locale of ['zh-CN', 'en'] as const)
        expect(explainFlaw(locale, { code, params: {}, path: [] }).length).toBeGreaterThan(3)
  })
})
