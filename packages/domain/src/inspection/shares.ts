/** A site that waits for a team (待分配点位), with the areas it lies in, the city first. */
export type WaitingSite = {
  readonly id: string
  readonly code: string
  readonly areaCodes: readonly string[]
}

/** A team that takes sites (可分配的督查组), and how many it has. */
export type TakingTeam = { readonly id: string; readonly siteCount: number }

function inOrder(a: WaitingSite, b: WaitingSite): number {
  const [one, other] = [
    [...a.areaCodes, a.code],
    [...b.areaCodes, b.code],
  ]
  for (const [at, code] of one.entries()) {
    const against = other[at] ?? ''
    if (code !== against) return code < against ? -1 : 1
  }
  return one.length - other.length
}

/**
 * Share sites out evenly (平均分配): afterwards no team has two more than another, as far as what they have already allows. Each takes a
 * run of neighbors: sites in the order of their areas and codes.
 */
export function shareOut(sites: readonly WaitingSite[], teams: readonly TakingTeam[]): Map<string, string[]> {
  const wanted = roomOf(teams, sites.length)
  const rest = sites.toSorted(inOrder)
  return new Map(teams.map(({ id }, at) => [id, rest.splice(0, wanted[at]).map((site) => site.id)]))
}

/** How many each takes, so that the fullest stay as low as can be. */
function roomOf(teams: readonly TakingTeam[], count: number): number[] {
  const taken = teams.map(() => 0)
  for (let left = teams.length === 0 ? 0 : count; left > 0; left--) {
    const totals = teams.map(({ siteCount }, at) => siteCount + (taken[at] ?? 0))
    const least = totals.indexOf(Math.min(...totals))
    taken[least] = (taken[least] ?? 0) + 1
  }
  return taken
}
