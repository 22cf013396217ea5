import { type Actor, Problem, shareOut } from '@chuangcheng/domain'
import type { Tx } from '../../../platform/database/database.ts'
import { listTeams, type TeamRow } from '../rounds/progress-queries.ts'
import { type RoundRow, touchRound } from '../rounds/queries.ts'
import { getRoundStillOpen } from '../rounds/visible.ts'
import {
  assignSites,
  listAssignable,
  listInspectors,
  listUsersNamed,
  type NewTeam,
  replaceTeams,
} from './team-queries.ts'

const firstTwice = (values: readonly string[]): string | undefined =>
  values.find((value, at) => values.indexOf(value) !== at)

/** @throws Problem round.team-twice */
function mustDiffer(teams: readonly NewTeam[]): void {
  const twice = firstTwice(teams.map(({ name }) => name.trim())) ?? firstTwice(teams.map(({ id }) => id))
  if (twice !== undefined) throw new Problem('round.team-twice', { name: twice })
}

/** Everybody in one team only, and only who may record visits. @throws Problem not-found · round.member-twice · round.member-unfit */
async function mustBeInspectors(tx: Tx, teams: readonly NewTeam[], today: string): Promise<void> {
  const ids = teams.flatMap(({ memberIds }) => memberIds)
  if (ids.length === 0) return
  const [inspectors, users] = await Promise.all([listInspectors(tx, today, { ids }), listUsersNamed(tx, ids)])
  const names = new Map(users.map(({ id, name }) => [id, name]))
  const nameOf = (id: string): string => {
    const name = names.get(id)
    if (name === undefined) throw new Problem('not-found', { what: 'user' })
    return name
  }
  for (const id of ids) nameOf(id)
  const twice = firstTwice(ids)
  if (twice !== undefined) throw new Problem('round.member-twice', { name: nameOf(twice) })
  const fit = new Set(inspectors.map(({ id }) => id))
  const unfit = ids.find((id) => !fit.has(id))
  if (unfit !== undefined) throw new Problem('round.member-unfit', { name: nameOf(unfit) })
}

type TeamOrder = { readonly basedOn: number; readonly teams: readonly NewTeam[]; readonly today: string }

const notedTeams = (teams: readonly TeamRow[]) =>
  teams.map(({ name, members }) => ({ name, members: members.map((member) => member.name) }))

/**
 * Say which teams a round has and who is in them (督查组).
 * @throws Problem not-found · changed-meanwhile · access.out-of-scope · round.finished · round.team-twice · round.member-twice ·
 * round.member-unfit
 */
export async function setRoundTeams(
  tx: Tx,
  actor: Actor,
  roundId: string,
  { basedOn, teams, today }: TeamOrder,
): Promise<void> {
  const round = await getRoundStillOpen(tx, actor, roundId, basedOn)
  mustDiffer(teams)
  await mustBeInspectors(tx, teams, today)
  const before = await listTeams(tx, roundId)
  replaceTeams(tx, roundId, teams)
  touchRound(tx, roundId)
  const after = await listTeams(tx, roundId)
  tx.record({
    action: 'round.setTeams',
    subjectKind: 'round',
    subjectId: roundId,
    before: { name: round.name, teams: notedTeams(before) },
    after: { name: round.name, teams: notedTeams(after) },
  })
}

type Assignment =
  | { readonly way: 'sites'; readonly siteIds: readonly string[]; readonly teamId: string | null }
  | { readonly way: 'area'; readonly areaId: string; readonly teamId: string | null }
  | { readonly way: 'evenly' }

/** The sites that go to each team; null = to none. */
async function sharesOf(
  tx: Tx,
  roundId: string,
  to: Assignment,
  teams: readonly TeamRow[],
): Promise<Map<string | null, string[]>> {
  const planned = await listAssignable(tx, roundId, to.way === 'area' ? to.areaId : null)
  if (to.way === 'evenly') {
    if (teams.length === 0) throw new Problem('round.no-team')
    const waiting = planned.filter(({ teamId }) => teamId === null)
    return new Map<string | null, string[]>(shareOut(waiting, teams))
  }
  if (to.teamId !== null && !teams.some(({ id }) => id === to.teamId))
    throw new Problem('not-found', { what: 'roundTeam' })
  const wanted = to.way === 'sites' ? new Set(to.siteIds) : null
  const chosen = planned.filter(
    ({ id, teamId }) => teamId !== to.teamId && (wanted === null || wanted.has(id)),
  )
  return new Map([[to.teamId, chosen.map(({ id }) => id)]])
}

function noteShares(
  tx: Tx,
  { id, name }: RoundRow,
  shares: ReadonlyMap<string | null, readonly string[]>,
  teams: readonly TeamRow[],
): void {
  const nameOf = (teamId: string | null) => teams.find((team) => team.id === teamId)?.name ?? null
  tx.record({
    action: 'round.assign',
    subjectKind: 'round',
    subjectId: id,
    before: null,
    after: {
      name,
      teams: [...shares].map(([teamId, siteIds]) => ({ team: nameOf(teamId), count: siteIds.length })),
    },
  })
}

/**
 * Say who goes where (分配任务). Answers how many sites changed hands.
 * @throws Problem not-found · changed-meanwhile · access.out-of-scope · round.finished · round.no-team
 */
export async function assignRoundSites(
  tx: Tx,
  actor: Actor,
  roundId: string,
  { basedOn, to }: { readonly basedOn: number; readonly to: Assignment },
): Promise<number> {
  const round = await getRoundStillOpen(tx, actor, roundId, basedOn)
  const teams = await listTeams(tx, roundId)
  const shares = await sharesOf(tx, roundId, to, teams)
  for (const [teamId, siteIds] of shares) assignSites(tx, roundId, teamId, siteIds)
  touchRound(tx, roundId)
  noteShares(tx, round, shares, teams)
  return [...shares.values()].reduce((sum, siteIds) => sum + siteIds.length, 0)
}
