import type { Readable } from 'node:stream'
import {
  type Cell,
  RULE_HEADS,
  SHEET_METHODS,
  SHEET_ORIGINS,
  SHEET_ROLES,
  writeRuleWords,
} from '@chuangcheng/domain'
import type { Locale } from '@chuangcheng/messages'
import { findText } from '../../../platform/http/problem-text.ts'
import { writeWorkbook } from '../../../platform/tabular/index.ts'
import { choicesOf, sheetHeader } from './export.ts'
import { fieldNote } from './preview.ts'

const FIELDS = [
  'code',
  'text',
  'points',
  'role',
  'origin',
  'methods',
  'rule',
  'siteTypes',
  'lead',
  'competent',
  'supporting',
  'note',
]
const LEVELS = ['level1', 'level2']

const said = (locale: Locale, key: string): string => findText(locale, `frameworkTemplate.${key}`) ?? key

const GRADED = writeRuleWords({
  kind: 'meanOverSites',
  of: {
    kind: 'countBands',
    bands: [
      { grade: 'A', from: 0, to: 0, share: 1 },
      { grade: 'B', from: 1, to: 1, share: 0.66 },
      { grade: 'C', from: 2, to: 2, share: 0.33 },
      { grade: 'C#', from: 3, to: null, share: 0 },
    ],
  },
})
const LOSES = writeRuleWords({ kind: 'deduction', each: '每发现一处', points: 0.5, cap: 2 })

/** Examples in Chinese, as the sheets they stand for are; whoever fills the template in writes over them. */
const EXAMPLES: readonly (readonly Cell[])[] = [
  [
    '公共环境',
    '环境卫生',
    '1-1-01',
    '公共场所地面整洁，无积存垃圾',
    3,
    '基本',
    '上级',
    '实地考察',
    GRADED,
    null,
    null,
    null,
    null,
    null,
  ],
  [
    null,
    null,
    '1-1-02',
    '垃圾分类设施齐全、标识清楚',
    2,
    '基本',
    '高于国家',
    '实地考察、材料审核',
    '符合得分',
    null,
    null,
    null,
    null,
    null,
  ],
  [
    null,
    '绿化养护',
    '1-2-01',
    '绿地无裸露、无占用',
    2,
    '基本',
    '上级',
    '实地考察、暗访',
    LOSES,
    null,
    null,
    null,
    null,
    null,
  ],
  [
    '创建机制',
    '组织领导',
    '2-1-01',
    '建立联席会议制度并按期召开',
    3,
    '基本',
    '上级',
    '材料审核',
    '符合得分',
    null,
    null,
    null,
    null,
    null,
  ],
  [
    null,
    null,
    '2-1-02',
    '创建经验在全国推广',
    1,
    '加分',
    '特色',
    '材料审核',
    '每获1项加0.5分，最多加1分',
    null,
    null,
    null,
    null,
    null,
  ],
]

/** What each column means, what may stand in it, and how rules are written. */
function* explanations(locale: Locale): Generator<Cell[]> {
  const names = (choices: readonly { zh: string; en: string }[]): string =>
    choices.map((choice) => (locale === 'en' ? choice.en : choice.zh)).join('、')
  const allowed: Readonly<Record<string, string>> = {
    role: names(SHEET_ROLES),
    origin: names(SHEET_ORIGINS),
    methods: names(SHEET_METHODS),
    rule: Object.values(RULE_HEADS).join('、'),
  }
  yield [said(locale, 'levels'), fieldNote(locale, 'level'), null]
  for (const field of [...FIELDS, 'parentCode', 'kind', 'leadHint', 'guesses'])
    yield [sheetHeader(field, locale), fieldNote(locale, field), allowed[field] ?? null]
  yield [said(locale, 'ruleExamples'), GRADED, null]
  for (const rule of EXAMPLE_RULES) yield [null, rule, null]
}

const EXAMPLE_RULES = [
  LOSES,
  writeRuleWords({ kind: 'rate', numerator: '达标数', denominator: '应达标数', full: 0.95 }),
  writeRuleWords({
    kind: 'threshold',
    metric: '空气优良率',
    unit: '%',
    direction: 'atLeast',
    steps: [
      { grade: 'A', bound: 85, share: 1 },
      { grade: 'B', bound: 80, share: 0.66 },
    ],
  }),
  writeRuleWords({
    kind: 'piecewiseLinear',
    metric: '满意度',
    unit: '%',
    knots: [
      { value: 60, share: 0 },
      { value: 90, share: 1 },
    ],
  }),
  writeRuleWords({
    kind: 'gate',
    metric: '未成年人工作测评',
    unit: '分',
    direction: 'atLeast',
    bound: 85,
    effect: '不得申报',
  }),
  writeRuleWords({ kind: 'veto', points: null, effect: '取消资格' }),
]

/** The documented template workbook (导入模板): a sheet to fill in, and one that explains every column. */
export function frameworkTemplate(locale: Locale): Readable {
  const levels = LEVELS.map((level) => said(locale, level))
  const [code, ...rest] = FIELDS.map((field) => sheetHeader(field, locale))
  const headers = [...levels, code ?? '', ...rest]
  return writeWorkbook([
    { name: said(locale, 'sheet'), headers, rows: EXAMPLES, choices: choicesOf(headers, locale) },
    {
      name: said(locale, 'explanation'),
      headers: [said(locale, 'column'), said(locale, 'meaning'), said(locale, 'allowed')],
      rows: explanations(locale),
    },
  ])
}
