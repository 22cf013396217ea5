import CheckCircleFilled from '@ant-design/icons/CheckCircleFilled'
import { m } from '@chuangcheng/messages'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../../shared/api/client.ts'
import { formatCount } from '../../../shared/language/format.ts'
import { LinkButton } from '../../../shared/ui/link-button.tsx'
import { nearestFirst } from '../tasks/nearest.ts'
import type { VisitRecord } from '../visit/assignment-queries.ts'

/** Enough to find the nearest among; the list has them all. */
const AMONG = 200

/** It has arrived; and where one goes next: the nearest of the sites that are open. */
export function SubmittedBanner({ visit }: { visit: VisitRecord }) {
  const { round, itemCount, failedCount } = visit
  const { data } = useQuery({
    queryKey: ['rounds', 'mine', 'next', round.id],
    queryFn: ({ signal }) =>
      call('listMyAssignments', { query: { roundId: round.id, visited: false, limit: AMONG }, signal }),
  })
  const [next] = nearestFirst(data?.items ?? [], visit.position)
  const mine = data?.rounds.find(({ id }) => id === round.id)
  return (
    <section className="sheet submitted" role="status">
      <CheckCircleFilled aria-hidden="true" />
      <div className="submitted-text">
        <h2>{m['office.record.submitted']()}</h2>
        <p>
          {failedCount === 0
            ? m['office.record.submittedFine']({ count: formatCount(itemCount) })
            : m['office.record.submittedFailed']({
                count: formatCount(itemCount),
                failed: formatCount(failedCount),
              })}
          {mine && (
            <>
              {' '}
              {m['office.rounds.visitedOf']({
                count: formatCount(mine.visitedCount),
                whole: formatCount(mine.siteCount),
              })}
            </>
          )}
        </p>
      </div>
      <div className="submitted-next">
        <LinkButton size="large" to="/my-rounds" search={{ round: round.id }}>
          {m['office.visit.back']()}
        </LinkButton>
        {next && (
          <LinkButton
            size="large"
            prominent
            to="/rounds/$id/sites/$siteId/visit"
            params={{ id: round.id, siteId: next.site.id }}
          >
            {m['office.record.next']({ name: next.site.name })}
          </LinkButton>
        )}
      </div>
    </section>
  )
}
