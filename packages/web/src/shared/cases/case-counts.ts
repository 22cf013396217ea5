import { useQuery } from '@tanstack/react-query'
import { call } from '../api/client.ts'
import { useMay } from '../session/session.ts'

const MINUTE = 60_000

/** How many cases wait for the reader; asked again every minute, because others open and close them. */
export const useCaseCounts = () =>
  useQuery({
    queryKey: ['cases', 'counts'],
    queryFn: ({ signal }) => call('countCases', { signal }),
    enabled: useMay()('case.read'),
    refetchInterval: MINUTE,
  }).data
