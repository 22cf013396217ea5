import {
  type Actor,
  frameworkFromItems,
  type ItemsFramework,
  type NamedCriterion,
  sumPoints,
} from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../../../platform/database/database.ts'
import { addFramework, lockDraft, type NewNode, replaceTree } from '../../frameworks/index.ts'
import { publishMade } from '../../rulebook/index.ts'
import type { SaidRow } from '../sheet/said-row.ts'

/** A framework that will be made from the items of a sheet, with the ids it will have. */
export type PlannedFramework = {
  readonly versionId: string
  readonly name: string
  readonly label: string
  readonly nodes: readonly NewNode[]
  readonly criteria: readonly NamedCriterion[]
  readonly codes: ItemsFramework['codes']
}

const LEVEL_NAMES = ['测评项目', '测评标准']

const nodeWith = (
  said: Pick<NewNode, 'parentId' | 'position' | 'kind' | 'code' | 'text' | 'points'>,
): NewNode => ({
  id: uuidv7(),
  ...said,
  role: 'ordinary',
  origin: 'core',
  methods: said.kind === 'criterion' ? ['siteInspection'] : [],
  rule: said.kind === 'criterion' ? { kind: 'meanOverSites', of: { kind: 'binary' } } : null,
  siteTypeIds: [],
  note: '',
  leadHint: '',
  guesses: [],
  carriedFromId: null,
  settled: true,
})

/** Plan the framework that the items of these rows make: items as indicators, sub-items as criteria of so many points each. */
export function planFramework(
  rows: readonly SaidRow[],
  { name, label, points }: { readonly name: string; readonly label: string; readonly points: number },
): PlannedFramework {
  const items = [...new Map(rows.map(({ item }) => [item.said, item])).values()]
  const { indicators, codes } = frameworkFromItems(items)
  const nodes: NewNode[] = []
  const criteria: NamedCriterion[] = []
  for (const [position, { code, text, criteria: below }] of indicators.entries()) {
    const indicator = nodeWith({ parentId: null, position, kind: 'indicator', code, text, points: null })
    nodes.push(indicator)
    for (const [place, one] of below.entries()) {
      const criterion = nodeWith({
        ...one,
        parentId: indicator.id,
        position: place,
        kind: 'criterion',
        points,
      })
      nodes.push(criterion)
      criteria.push({ id: criterion.id, ...one, points, above: [{ id: indicator.id, code, text }] })
    }
  }
  return { versionId: uuidv7(), name, label, nodes, criteria, codes }
}

/**
 * Make the planned framework and publish it.
 * @returns how many of its criteria nobody leads
 * @throws Problem access.out-of-scope · duplicate · framework.flawed
 */
export async function makeFramework(
  tx: Tx,
  actor: Actor,
  { versionId, name, label, nodes, criteria }: PlannedFramework,
  year: number,
): Promise<number> {
  await addFramework(tx, actor, {
    id: uuidv7(),
    versionId,
    name,
    campaign: 'other',
    label,
    year,
    levelNames: LEVEL_NAMES,
    start: 'empty',
  })
  const draft = await lockDraft(tx, actor, versionId)
  const totalPoints = sumPoints(criteria.map(({ points }) => points ?? 0))
  await replaceTree(tx, { ...draft, totalPoints }, nodes, LEVEL_NAMES)
  return publishMade(tx, actor, versionId)
}
