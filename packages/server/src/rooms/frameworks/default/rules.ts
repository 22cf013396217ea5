import type { Rule, SiteRule } from '@chuangcheng/domain'

/** The customary shares (常用折算): A 100 %, B 66 %, C 33 %, C# nothing. */
const [A, B, C, NONE] = [1, 0.66, 0.33, 0]

const COUNTED: SiteRule = {
  kind: 'countBands',
  bands: [
    { grade: 'A', from: 0, to: 0, share: A },
    { grade: 'B', from: 1, to: 1, share: B },
    { grade: 'C', from: 2, to: 2, share: C },
    { grade: 'C#', from: 3, to: null, share: NONE },
  ],
}

const BY_DOCUMENTS: Rule = {
  kind: 'grade',
  grades: [
    { grade: 'A', share: A, meaning: '材料要件全部满足' },
    { grade: 'B', share: B, meaning: '缺一类' },
    { grade: 'C', share: C, meaning: '缺两类' },
    { grade: 'C#', share: NONE, meaning: '其余情形' },
  ],
}

/** A survey's share: A from a bound, B and C each five hundredths below the one before. */
const surveyed = (bound: number): Rule => ({
  kind: 'threshold',
  metric: '满意或知晓率',
  unit: '',
  direction: 'atLeast',
  steps: [A, B, C].map((share, step) => ({
    grade: ['A', 'B', 'C'][step] ?? '',
    bound: Math.round((bound - step * 0.05) * 100) / 100,
    share,
  })),
})

const measured = (metric: string, direction: 'atLeast' | 'atMost'): Rule => ({
  kind: 'threshold',
  metric,
  unit: '',
  direction,
  steps: [{ grade: '达标', bound: null, share: 1 }],
})

/** The rule that a word of the table stands for. */
export function readRule(words: string): Rule {
  const [kind = '', measure = ''] = words.split(' ')
  switch (kind) {
    case '定档':
      return BY_DOCUMENTS
    case '逐点计数':
      return { kind: 'meanOverSites', of: COUNTED }
    case '是否':
      return { kind: 'binary' }
    case '比率':
      return { kind: 'rate', numerator: '达标数', denominator: '应达标数', full: 1 }
    case '知晓满意':
      return surveyed(Number(measure))
    case '不低于':
      return measured(measure, 'atLeast')
    case '不高于':
      return measured(measure, 'atMost')
    default:
      throw new Error(`the default framework names an unknown rule: ${words}`)
  }
}
