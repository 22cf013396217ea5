import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../shared/api/client.ts'
import type { Position } from '../../shared/map/map-view.tsx'
import { roundedPosition } from '../../shared/map/rounded-position.ts'
import { type SitePage, useSiteSaved } from './site-queries.ts'

/** The areas a point lies in, from the district down; null until known. */
export function useAreasAt(position: Position | null) {
  const { data } = useQuery({
    queryKey: ['areas', 'at', position],
    queryFn: ({ signal }) =>
      call('getAreaAt', {
        query: { longitude: position?.longitude ?? 0, latitude: position?.latitude ?? 0 },
        signal,
      }),
    enabled: position !== null,
    placeholderData: keepPreviousData,
  })
  return position === null ? null : (data?.areas.toReversed() ?? null)
}

/** Moving a site on the map: the pin goes first, the register follows when the reader saves. */
export function useMoving(site: SitePage | undefined) {
  const [draft, setDraft] = useState<Position | null>(null)
  const [active, setActive] = useState(false)
  const saved = useSiteSaved()
  const stop = () => {
    setActive(false)
    setDraft(null)
  }
  const saving = useMutation({
    mutationFn: (to: Position) => {
      if (!site) throw new Error('a site is moved only after it was read')
      return call('changeSite', {
        params: { id: site.id },
        body: { basedOn: site.revision, position: { ...to, datum: 'WGS84' } },
      })
    },
    onSuccess: (after) => {
      saved(after)
      stop()
    },
  })
  return {
    active,
    draft,
    saving,
    start: () => {
      saving.reset()
      setActive(true)
    },
    stop: () => {
      saving.reset()
      stop()
    },
    move: (to: Position) => setDraft(roundedPosition(to)),
    save: () => draft && saving.mutate(draft),
  }
}

export type Moving = ReturnType<typeof useMoving>
