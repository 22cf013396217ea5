import type { SearchEntry } from '../../search/index.ts'
import type { Site } from './site.ts'

/** How a site is found: by its name, code, type, address and area. */
export const searchEntryOf = ({
  id,
  code,
  name,
  type,
  address,
  area,
  holder,
  supervisor,
}: Site): SearchEntry => ({
  id,
  title: name,
  detail: [code, type.name, address === '' ? area?.name : address].filter(Boolean).join(' · '),
  alsoUnder: area ? [area.name] : [],
  areaId: area?.id ?? null,
  organizationIds: [...new Set([holder, supervisor].flatMap((organization) => organization?.id ?? []))],
})
