import type { Belonging, Datum, SiteState } from '@chuangcheng/domain'

export type Reference = { readonly id: string; readonly name: string }

/** A position as somebody said it, in the datum they said it in (原始坐标). */
export type GivenPosition = { readonly longitude: number; readonly latitude: number; readonly datum: Datum }

/** A site with the names of what it points to: as it is shown, and as the audit log keeps it. */
export type Site = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly type: Reference
  readonly address: string
  /** WGS84 degrees */
  readonly position: { readonly longitude: number; readonly latitude: number } | null
  readonly givenPosition: GivenPosition | null
  readonly area: Reference | null
  readonly holder: Reference | null
  readonly supervisor: Reference | null
  readonly state: SiteState
}

/** A site as its row holds it. */
export type SiteRecord = Omit<Site, 'type' | 'area' | 'holder' | 'supervisor'> & {
  readonly typeId: string
  readonly areaId: string | null
  readonly holderId: string | null
  readonly supervisorId: string | null
}

export function recordOf({ type, area, holder, supervisor, ...site }: Site): SiteRecord {
  return {
    ...site,
    typeId: type.id,
    areaId: area?.id ?? null,
    holderId: holder?.id ?? null,
    supervisorId: supervisor?.id ?? null,
  }
}

type Answering = Pick<SiteRecord, 'areaId' | 'holderId' | 'supervisorId'>

/** Whose scope a site lies in. */
export const belongingOf = ({ areaId, holderId, supervisorId }: Answering): Belonging => ({
  areaId,
  organizationIds: [holderId, supervisorId],
})

/** What the audit log says of a site: everything but its id, which stands beside it. */
export const notedSite = ({
  code,
  name,
  type,
  address,
  position,
  givenPosition,
  area,
  holder,
  supervisor,
  state,
}: Site) => ({
  code,
  name,
  type,
  address,
  position,
  givenPosition,
  area,
  holder,
  supervisor,
  state,
})

const samePosition = (a: GivenPosition | null, b: GivenPosition | null): boolean =>
  a?.longitude === b?.longitude && a?.latitude === b?.latitude && a?.datum === b?.datum

const COMPARED = ['code', 'name', 'typeId', 'address', 'areaId', 'holderId', 'supervisorId', 'state'] as const

export const isSameSite = (a: SiteRecord, b: SiteRecord): boolean =>
  COMPARED.every((field) => a[field] === b[field]) && samePosition(a.givenPosition, b.givenPosition)
