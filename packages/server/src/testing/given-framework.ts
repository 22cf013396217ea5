import { v7 as uuidv7 } from 'uuid'
import type { Client } from './house.ts'

/** What a test says of a node; the rest is ordinary. */
export type GivenNode = {
  readonly code: string
  readonly under?: string | null
  readonly kind?: 'indicator' | 'criterion'
  readonly text?: string
  readonly points?: number | null
  readonly role?: string
  readonly origin?: string
  readonly rule?: unknown
  readonly siteTypeIds?: readonly string[]
  readonly beforeId?: string
}

/** The body that adds a node. */
export const nodeBody = ({ code, under = null, ...said }: GivenNode) => ({
  id: uuidv7(),
  parentId: under,
  kind: 'criterion',
  code,
  text: `文字${code}`,
  points: null,
  role: 'ordinary',
  origin: 'core',
  methods: [],
  rule: null,
  siteTypeIds: [],
  note: '',
  ...said,
})

/** A framework with its first draft, through the endpoint. */
export async function givenFramework(
  client: Client,
  given: {
    readonly name?: string
    readonly start?: 'empty' | 'default'
    readonly levelNames?: readonly string[]
  } = {},
): Promise<{ frameworkId: string; versionId: string }> {
  const [id, versionId] = [uuidv7(), uuidv7()]
  const answer = await client.send('POST', '/api/frameworks', {
    id,
    versionId,
    name: given.name ?? `体系${id.slice(-6)}`,
    campaign: 'national',
    label: '第一版',
    year: 2026,
    levelNames: given.levelNames ?? ['测评项目', '测评指标', '测评标准'],
    start: given.start ?? 'empty',
  })
  if (answer.statusCode !== 200) throw new Error(`the framework was refused: ${answer.body}`)
  return { frameworkId: id, versionId }
}

/** Nodes of a draft, through the endpoint; `under` names the code of a node given before. Answers their ids by code. */
export async function givenNodes(
  client: Client,
  versionId: string,
  nodes: readonly GivenNode[],
): Promise<Readonly<Record<string, string>>> {
  const ids: Record<string, string> = {}
  for (const node of nodes) {
    const under = node.under ? (ids[node.under] ?? node.under) : null
    const body = nodeBody({ ...node, under })
    const answer = await client.send('POST', `/api/framework-versions/${versionId}/nodes`, body)
    if (answer.statusCode !== 200) throw new Error(`${node.code} was refused: ${answer.body}`)
    ids[node.code] = body.id
  }
  return ids
}
