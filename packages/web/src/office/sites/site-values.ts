import type { SiteState } from '@chuangcheng/domain'
import type { Body } from '../../shared/api/client.ts'
import { changesOf } from '../../shared/form/field-values.ts'
import { type DraftPosition, givenPosition } from './draft-position.ts'
import type { SitePage } from './site-queries.ts'

/** The fields of a site as its form holds them. */
export type SiteValues = {
  code: string
  name: string
  typeId: string | null
  address: string
  position: DraftPosition
  holderId: string | null
  supervisorId: string | null
  state: SiteState
}

const NO_POSITION: DraftPosition = { longitude: null, latitude: null, datum: null }

export const newSite = (): SiteValues => ({
  code: '',
  name: '',
  typeId: null,
  address: '',
  position: NO_POSITION,
  holderId: null,
  supervisorId: null,
  state: 'active',
})

export const valuesOf = (site: SitePage): SiteValues => ({
  code: site.code,
  name: site.name,
  typeId: site.type.id,
  address: site.address,
  position: site.givenPosition ?? NO_POSITION,
  holderId: site.holder?.id ?? null,
  supervisorId: site.supervisor?.id ?? null,
  state: site.state,
})

type SiteBody = Omit<Body<'addSite'>, 'id'>

/** What the API is sent; the form has made sure of the type. */
export const bodyOf = (values: SiteValues): SiteBody => ({
  ...values,
  code: values.code.trim(),
  name: values.name.trim(),
  address: values.address.trim(),
  typeId: values.typeId ?? '',
  position: givenPosition(values.position),
})

/** Only what was changed travels, so that it overwrites nothing else. */
export const changedBody = (site: SitePage, values: SiteValues): Partial<SiteBody> =>
  changesOf(bodyOf(valuesOf(site)), bodyOf(values))
