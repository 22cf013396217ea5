type Named = { readonly id: string; readonly name: string; readonly shortName: string | null }

/** A sign between two organizations in a hint: 文明办/民政、残联. */
const BETWEEN = /[/／、,，;；\s]+/

/** Says who decides, not which organization it is: 党委宣传 is the 宣传部. */
const RANK = /^(?:党委|市委|政府|市)(?=.{2})/

/** True when the signs of a word stand in a name in this order: 住建 in 住房和城乡建设局. */
function isAbbreviationOf(word: string, name: string): boolean {
  let from = 0
  for (const sign of word) {
    const at = name.indexOf(sign, from)
    if (at === -1) return false
    from = at + 1
  }
  return true
}

const CONTAINED = 2
const ABBREVIATED = 1

function likeness(word: string, { name, shortName }: Named): number {
  const names = [name, shortName ?? '']
  if (names.some((one) => one.includes(word))) return CONTAINED
  return names.some((one) => isAbbreviationOf(word, one)) ? ABBREVIATED : 0
}

/**
 * Organizations a hint (草案的牵头建议) may mean, the likeliest first: those that contain one of its words, then those a word
 * abbreviates; of equals the one with the shorter name, as the city's own bureau has a shorter one than its branches.
 */
export function suggestLeads<Organization extends Named>(
  hint: string,
  organizations: readonly Organization[],
  most: number,
): Organization[] {
  const words = hint
    .split(BETWEEN)
    .map((word) => word.replace(RANK, ''))
    .filter((word) => word !== '')
  return organizations
    .map((organization) => {
      const likes = words.map((word, place) => likeness(word, organization) * 10 - place)
      return { organization, like: Math.max(...likes, 0) }
    })
    .filter(({ like }) => like > 0)
    .sort((a, b) => b.like - a.like || a.organization.name.length - b.organization.name.length)
    .slice(0, most)
    .map(({ organization }) => organization)
}
