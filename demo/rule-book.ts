import { v7 as uuidv7 } from 'uuid'
import { all, atOnce, type Client } from './client.ts'

type Node = {
  readonly id: string
  readonly kind: 'indicator' | 'criterion'
  readonly code: string
  readonly text: string
  readonly role: string
  readonly points: number | null
  readonly rule: Rule | null
  readonly leadHint: string
  readonly revision: number
}
type Rule = { readonly kind: string; readonly steps?: readonly Step[] }
type Step = { readonly grade: string; readonly bound: number | null; readonly share: number }
type Organization = { readonly id: string; readonly name: string; readonly shortName: string | null }
type Version = { readonly revision: number; readonly pointsSum?: number }
type Mapping = {
  readonly itemId: string
  readonly criterionId: string
  readonly likeness: number | null
}

const SINCE = '2026-01-01'
/** A proposed tie this near is taken; what is less near waits for a person. */
const NEAR_ENOUGH = 0.12
/** What the default framework leaves to the city: the fictional city wants nine tenths. */
const WANTED_RATE = 0.9

const hasGap = ({ rule }: Node): boolean => rule?.steps?.some(({ bound }) => bound === null) ?? false

async function fillGaps(office: Client, nodes: readonly Node[]): Promise<void> {
  await atOnce(nodes.filter(hasGap), 4, ({ id, revision, rule }) =>
    office.send('PATCH', `/api/framework-nodes/${id}`, {
      basedOn: revision,
      rule: {
        ...rule,
        steps: rule?.steps?.map((step) => ({ ...step, bound: step.bound ?? WANTED_RATE })),
      },
    }),
  )
}

/** The organization a hint names first; where none fits, the office for civility answers. */
function leadFor(hint: string, organizations: readonly Organization[]): string {
  const named = (word: string) =>
    organizations.find(({ name, shortName }) => name.includes(word) || (shortName ?? '').includes(word))
  const words = hint.split(/[/、，]/).filter((word) => word.length > 1)
  const found = words.map(named).find((one) => one !== undefined) ?? named('文明办')
  if (!found) throw new Error('the city has no office to lead anything')
  return found.id
}

async function assignLeads(office: Client, versionId: string, nodes: readonly Node[]): Promise<void> {
  const organizations = await all<Organization>(office, '/api/organizations')
  const byLead = new Map<string, Node[]>()
  for (const node of nodes.filter(({ kind }) => kind === 'criterion')) {
    const lead = leadFor(node.leadHint, organizations)
    byLead.set(lead, [...(byLead.get(lead) ?? []), node])
  }
  for (const [id, criteria] of byLead) {
    await office.send('POST', `/api/framework-versions/${versionId}/duties`, {
      nodeIds: criteria.map((node) => node.id),
      organizations: [{ id, share: null }],
      role: 'lead',
      replace: true,
      validFrom: SINCE,
      validTo: null,
    })
  }
}

/** The nearest proposal of every item becomes a tie. */
async function tieItems(office: Client, versionId: string): Promise<number> {
  const path = `/api/framework-versions/${versionId}/mappings`
  await office.send('POST', `${path}/proposals`)
  const guesses = await all<Mapping>(office, `${path}?state=guess`)
  const best = new Map<string, Mapping>()
  for (const guess of guesses) {
    const known = best.get(guess.itemId)
    if ((guess.likeness ?? 0) >= NEAR_ENOUGH && (known?.likeness ?? 0) < (guess.likeness ?? 0))
      best.set(guess.itemId, guess)
  }
  const decisions = [...best.values()].map(({ itemId, criterionId }) => ({
    itemId,
    criterionId,
    state: 'confirmed',
  }))
  for (let from = 0; from < decisions.length; from += 500)
    await office.send('POST', `${path}/decisions`, { decisions: decisions.slice(from, from + 500) })
  return decisions.length
}

/**
 * Streets answer for what lies in their streets, of the types a street looks after; everything else goes to whoever leads the criterion.
 */
async function assignStreets(office: Client): Promise<void> {
  const types = await all<{ id: string; code: string; name: string }>(office, '/api/site-types')
  const ofStreets = types.filter(({ name }) =>
    /社区|小区|背街|小巷|主干道|次干道|农贸|市场|公厕|村/.test(name),
  )
  const streets = await all<{ id: string; areaId?: string | null; area?: { id: string } | null }>(
    office,
    '/api/organizations?kind=subdistrict',
  )
  const duties = streets.flatMap((street) =>
    ofStreets.map((type) => ({
      areaId: street.area?.id ?? street.areaId,
      siteTypeId: type.id,
      id: street.id,
    })),
  )
  await atOnce(duties, 6, ({ areaId, siteTypeId, id: organizationId }) =>
    office.send('POST', '/api/duties', {
      id: uuidv7(),
      target: 'areaSiteType',
      siteId: null,
      areaId,
      siteTypeId,
      category: null,
      criterionId: null,
      organizationId,
      role: 'lead',
      share: null,
      validFrom: SINCE,
      validTo: null,
    }),
  )
}

/** A published framework with leads, published checklists, and ties between them. Answers the version. */
export async function publishRuleBook(office: Client): Promise<string> {
  const [id, versionId] = [uuidv7(), uuidv7()]
  await office.send('POST', '/api/frameworks', {
    id,
    versionId,
    name: '清澜市文明城市测评体系',
    campaign: 'national',
    label: '2026 年版',
    year: 2026,
    levelNames: ['测评项目', '测评内容', '测评标准'],
    start: 'default',
  })
  await office.send('POST', '/api/checklists/defaults', { addTypes: true })
  await office.send('POST', '/api/checklists/publication')
  const path = `/api/framework-versions/${versionId}`
  const listNodes = async () => (await office.get<{ items: Node[] }>(`${path}/nodes`)).items
  await fillGaps(office, await listNodes())
  // The shipped weights are thirds of thirds; the city makes them a hundred.
  await office.send('POST', `${path}/weighing`, {
    nodeId: null,
    points: 100,
    way: 'inProportion',
    decimals: 4,
    basedOn: (await office.get<Version>(path)).revision,
  })
  await assignLeads(office, versionId, await listNodes())
  await assignStreets(office)
  await tieItems(office, versionId)
  const nodes = await listNodes()
  await office.send('POST', `${path}/confirmations`, {
    nodes: nodes.map((node) => ({ id: node.id, basedOn: node.revision })),
    guesses: ['points', 'rule', 'lead'],
  })
  const { revision } = await office.get<Version>(path)
  await office.send('POST', `${path}/publication`, { basedOn: revision })
  return versionId
}
