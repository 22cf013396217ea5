import type { ListedOrganization } from './all-organizations.ts'

/** More than this nobody reads: they type another character. */
const MOST_OPTIONS = 60

/** How well a name fits what was typed: 0 begins with it, 1 contains it, 2 has its characters in order; null does not fit. */
function fit(name: string, text: string): number | null {
  if (name.startsWith(text)) return 0
  if (name.includes(text)) return 1
  let from = 0
  for (const character of text) {
    const found = name.indexOf(character, from)
    if (found === -1) return null
    from = found + character.length
  }
  return 2
}

const bestFit = ({ name, shortName, code }: ListedOrganization, text: string): number | null => {
  const fits = [name, shortName ?? '', code].map((word) => fit(word.toLowerCase(), text))
  const found = fits.filter((rank) => rank !== null)
  return found.length === 0 ? null : Math.min(...found)
}

/** Who is meant by what was typed, the best fit first; before anything is typed those who are usually chosen. */
export function organizationsNamed(
  organizations: readonly ListedOrganization[],
  text: string,
  usual: readonly string[],
): ListedOrganization[] {
  const places = new Map(usual.map((id, place) => [id, place]))
  const placeOf = (id: string) => places.get(id) ?? usual.length
  const words = text.toLowerCase()
  return organizations
    .flatMap((organization) => {
      const rank = bestFit(organization, words)
      return rank === null ? [] : [{ organization, rank }]
    })
    .toSorted((a, b) => a.rank - b.rank || placeOf(a.organization.id) - placeOf(b.organization.id))
    .slice(0, MOST_OPTIONS)
    .map(({ organization }) => organization)
}
