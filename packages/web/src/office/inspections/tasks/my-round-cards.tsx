import { m } from '@chuangcheng/messages'
import { Link } from '@tanstack/react-router'
import { formatCount } from '../../../shared/language/format.ts'
import { ProgressLine } from '../../../shared/ui/progress-line.tsx'
import { RoundTags } from '../rounds/round-tags.tsx'
import { periodWords } from '../rounds/round-words.ts'
import type { MyRound } from './assignment-list.ts'

type Props = { rounds: readonly MyRound[]; chosen: MyRound; today: string }

/** The rounds one walks in; several can be switched between. */
export function MyRoundCards({ rounds, chosen, today }: Props) {
  return (
    <ul className="my-rounds" aria-label={m['office.nav.rounds']()}>
      {rounds.map((round) => (
        <li
          key={round.id}
          className={round.id === chosen.id ? 'sheet my-round my-round-chosen' : 'sheet my-round'}
        >
          <p className="my-round-name">
            <Link
              to="/my-rounds"
              search={{ round: round.id }}
              aria-current={round.id === chosen.id ? 'true' : undefined}
            >
              {round.name}
            </Link>
            <RoundTags round={round} withKind={false} />
          </p>
          <p className="my-round-team">
            {round.team.name} · {periodWords(round, today)}
          </p>
          <ProgressLine
            done={round.visitedCount}
            whole={round.siteCount}
            text={m['office.rounds.visitedOf']({
              count: formatCount(round.visitedCount),
              whole: formatCount(round.siteCount),
            })}
          />
        </li>
      ))}
    </ul>
  )
}
