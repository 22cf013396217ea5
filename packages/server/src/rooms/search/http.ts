import { search } from '@chuangcheng/contract'
import { type Actor, may, type Permission, queryWords, type Scope, scopeOf } from '@chuangcheng/domain'
import { type House, reading } from '../../platform/http/serve.ts'
import { listFound, type SearchKind } from './queries.ts'

const NEEDED: Readonly<Record<SearchKind, Permission>> = {
  site: 'site.read',
  organization: 'organization.read',
  area: 'area.read',
  user: 'user.read',
}
const KINDS: readonly SearchKind[] = ['site', 'organization', 'area', 'user']
const FOUND_LENGTH = 20

const scopesOf = (actor: Actor): Map<SearchKind, Scope> =>
  new Map(
    KINDS.filter((kind) => may(actor, NEEDED[kind])).map(
      (kind) => [kind, scopeOf(actor, NEEDED[kind])] as const,
    ),
  )

export function searchRoutes(house: House): void {
  reading(house, search.search, async (reader, { actor, query }) => {
    const words = queryWords(query.text)
    const items = await listFound(
      reader,
      { text: query.text, words, limit: query.limit ?? FOUND_LENGTH },
      scopesOf(actor),
    )
    return { items }
  })
}
