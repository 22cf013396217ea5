import { SITE_STATES, type SiteState } from '@chuangcheng/domain'
import { oneSaid, textSaid } from '../../shared/address/said-in-address.ts'
import type { Query } from '../../shared/api/client.ts'

export const MISSING = ['area', 'position', 'holder', 'supervisor'] as const
export type Missing = (typeof MISSING)[number]

/** What the address says about the register: which sites, and whether as a table (the usual) or on the map. */
export type SiteSearch = {
  readonly view?: 'map' | undefined
  readonly type?: string | undefined
  readonly area?: string | undefined
  readonly organization?: string | undefined
  readonly state?: SiteState | undefined
  readonly missing?: Missing | undefined
  readonly text?: string | undefined
}

/** Reads an address; whatever it does not understand it leaves out. */
export function readSiteSearch(search: Record<string, unknown>): SiteSearch {
  return {
    view: oneSaid(['map'], search.view),
    type: textSaid(search.type),
    area: textSaid(search.area),
    organization: textSaid(search.organization),
    state: oneSaid(SITE_STATES, search.state),
    missing: oneSaid(MISSING, search.missing),
    text: textSaid(search.text),
  }
}

/** The filters as the API takes them. */
export const filtersOf = ({ type, area, organization, state, missing, text }: SiteSearch): SiteFilters => ({
  typeId: type,
  areaId: area,
  organizationId: organization,
  state,
  missing,
  text,
})

export type SiteFilters = Query<'countSites'>

export const isFiltered = (filters: SiteFilters): boolean =>
  Object.values(filters).some((value) => value !== undefined)
