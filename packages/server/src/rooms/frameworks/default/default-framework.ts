import type { AssessmentMethod } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import type { Reader } from '../../../platform/database/database.ts'
import { matchShippedTypes } from '../../sites/index.ts'
import type { NewNode } from '../nodes/queries.ts'
import { readRule } from './rules.ts'
import { DEFAULT_FRAMEWORK, NEGATIVE_LIST } from './table.ts'

const LEVEL_NAMES = ['测评项目', '测评指标', '测评标准']
const TOTAL_POINTS = 100
const NEGATIVE_CODE = 'N'

const METHODS: Readonly<Record<string, AssessmentMethod>> = {
  实地考察: 'siteInspection',
  材料审核: 'documentReview',
  问卷调查: 'survey',
  数据调取: 'statistics',
  热线模拟验证: 'hotlineTest',
}

type TypeIds = ReadonlyMap<string, readonly string[]>
type Words = Omit<NewNode, 'id' | 'parentId' | 'position'>

const rowsOf = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split(' | '))

const plain: Omit<Words, 'kind' | 'code' | 'text'> = {
  points: null,
  role: 'ordinary',
  origin: 'core',
  methods: [],
  rule: null,
  siteTypeIds: [],
  note: '',
  leadHint: '',
  guesses: [],
  carriedFromId: null,
  settled: true,
}

const indicator = (code: string, points: number | null, text: string): Words => ({
  ...plain,
  kind: 'indicator',
  code,
  text,
  points,
  guesses: points === null ? [] : ['points'],
})

function criterion(row: readonly string[], typeIds: TypeIds): Words {
  const [code = '', points, text = '', methods = '', types = '', rule = '', leadHint = '', note = ''] = row
  return {
    ...plain,
    kind: 'criterion',
    code,
    text,
    points: Number(points),
    methods: methods.split(' ').flatMap((method) => METHODS[method] ?? []),
    rule: readRule(rule),
    siteTypeIds: [...new Set(types.split(' ').flatMap((type) => typeIds.get(type) ?? []))],
    note,
    leadHint,
    guesses: ['points', 'rule', 'lead'],
  }
}

const veto = ([code = '', text = '', effect = '', note = '']: readonly string[]): Words => ({
  ...plain,
  kind: 'criterion',
  code,
  text,
  role: 'veto',
  rule: { kind: 'veto', points: null, effect },
  note,
  guesses: ['rule', 'lead'],
})

/** Under whom a code of the table hangs: 1-1-01 under 1-1 under 1, N1 under the negative list. */
const codeAbove = (code: string): string | null =>
  /^N\d/.test(code) ? NEGATIVE_CODE : (/^(?<above>.+)-/.exec(code)?.groups?.above ?? null)

/** Hang nodes under each other by their codes, in the order in which they come. */
function hang(words: readonly Words[]): NewNode[] {
  const ids = new Map(words.map(({ code }) => [code, uuidv7()]))
  const counts = new Map<string | null, number>()
  return words.map((node) => {
    const above = codeAbove(node.code)
    const position = counts.get(above) ?? 0
    counts.set(above, position + 1)
    return {
      ...node,
      id: ids.get(node.code) ?? uuidv7(),
      parentId: above === null ? null : (ids.get(above) ?? null),
      position,
    }
  })
}

/** The framework that ships with the product (默认测评体系), as the tree of a new draft; what is only supposed is marked as such. */
export async function defaultFramework(reader: Reader) {
  const typeIds = await matchShippedTypes(reader)
  const ordinary = rowsOf(DEFAULT_FRAMEWORK).map((row) => {
    const [code = '', points, text = ''] = row
    return row.length > 3 ? criterion(row, typeIds) : indicator(code, Number(points), text)
  })
  const negative = [indicator(NEGATIVE_CODE, null, '负面清单'), ...rowsOf(NEGATIVE_LIST).map(veto)]
  return { levelNames: LEVEL_NAMES, totalPoints: TOTAL_POINTS, nodes: hang([...ordinary, ...negative]) }
}
