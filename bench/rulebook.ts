import { v7 as uuidv7 } from 'uuid'
import { writeWorkbook } from '../packages/server/src/platform/tabular/index.ts'
import { print, timed } from './figures.ts'
import type { Product } from './product.ts'

const [PARTS, ITEMS_OF_A_PART, CRITERIA_OF_AN_ITEM] = [10, 20, 14]
const HEADERS = [
  '测评项目',
  '测评指标',
  '测评标准',
  '分值',
  '类型',
  '测评方法',
  '计分规则',
  '点位类型',
  '牵头单位',
  '配合单位',
]
const METHODS = ['实地考察、网上申报', '材料审核', '问卷', '统计数据', '现场考察，暗访']
const RULES = [
  '符合得分',
  'A/B/C',
  '每发现一处扣0.5分，最多扣2分',
  '比率：分子=达标数；分母=应达标数；满分=95%',
]

type Named = { items: { name: string }[] }
type Imported = { imported: boolean; levelCounts: number[]; dutyCount: number; findings: unknown[] }

const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? ''

/** 10 parts, 200 items, 2,800 criteria with all that may stand beside them; blank cells continue what is above. */
function* rowsOf(types: readonly string[], organizations: readonly string[]) {
  const perPart = ITEMS_OF_A_PART * CRITERIA_OF_AN_ITEM
  for (let at = 0; at < PARTS * perPart; at++) {
    const [part, item] = [Math.floor(at / perPart), Math.floor(at / CRITERIA_OF_AN_ITEM)]
    yield [
      at % perPart === 0 ? `${part + 1}、第${part + 1}部分` : null,
      at % CRITERIA_OF_AN_ITEM === 0 ? `第${item + 1}项指标` : null,
      `公共场所秩序良好、设施完好、环境整洁，工作制度健全并按期落实（第${at + 1}项）`,
      `${1 + (at % 3)}分`,
      at % 20 === 0 ? '高于国家' : '基本',
      pick(METHODS, at),
      pick(RULES, at),
      `${pick(types, at)}、${pick(types, at + 1)}`,
      pick(organizations, at),
      `${pick(organizations, at + 1)}、${pick(organizations, at + 2)}`,
    ]
  }
}

async function workbookOf3000Nodes(product: Product): Promise<Uint8Array<ArrayBuffer>> {
  const names = async (path: string) =>
    [...new Set((await product.get<Named>(path)).items.map(({ name }) => name))].slice(0, 40)
  const rows = rowsOf(await names('/api/site-types'), await names('/api/organizations?kind=bureau'))
  const bytes = writeWorkbook([{ name: '测评体系', headers: HEADERS, rows }])
  return Uint8Array.from(Buffer.concat(await bytes.toArray()))
}

/** A workbook of 3,010 nodes with all their columns and 8,400 duties: read, checked and written. Answers the version. */
export async function measureFrameworkImport(product: Product): Promise<string> {
  const versionId = uuidv7()
  await product.send('POST', '/api/frameworks', {
    id: uuidv7(),
    versionId,
    name: '三千节点',
    campaign: 'national',
    label: '第一版',
    year: 2026,
    levelNames: ['测评项目', '测评指标', '测评标准'],
    start: 'empty',
  })
  const fileId = await product.upload('framework.xlsx', await workbookOf3000Nodes(product))
  const path = `/api/framework-versions/${versionId}/import`
  const took = await timed(async () => {
    const answer = await product.send<Imported>('POST', path, { fileId, dryRun: false })
    if (!answer.imported)
      throw new Error(`the framework was refused: ${JSON.stringify(answer.findings.slice(0, 3))}`)
  })
  print({ name: 'importFramework3000Nodes', value: took / 1000, unit: 's', target: '≤2' })
  return versionId
}
