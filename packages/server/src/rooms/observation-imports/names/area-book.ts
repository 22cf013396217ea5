import { type AreaLevel, holdsOn } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import { type Called, nameIndex } from './name-index.ts'
import type { Found, NameDecision, NameSource } from './said-names.ts'

export type KnownArea = {
  readonly id: string
  readonly name: string
  readonly level: AreaLevel
  readonly path: readonly string[]
  readonly validFrom: string
  readonly validTo: string | null
}

/** An area that the sheet names and the city does not have yet. */
export type NewArea = {
  readonly id: string
  readonly name: string
  readonly level: 'district' | 'subdistrict'
  /** null = right below the city */
  readonly parentId: string | null
}

/** Where an observation was, as the tree of areas is on that day. */
export type AreaPlace = {
  readonly areaId: string | null
  readonly districtId: string | null
  readonly subdistrictId: string | null
}

export const NOWHERE: AreaPlace = { areaId: null, districtId: null, subdistrictId: null }

/** What people leave out or write instead: 东河, 东河街道办 for 东河街道. */
const SUFFIXES = /(?:街道办事处|街道办|办事处|街道|地区|镇|乡)$/u
const DISTRICT_SUFFIXES = /(?:新区|开发区|区|县|市)$/u
/** Stands between a district and a street where both are said. */
const BETWEEN = ' / '

function shortened(name: string, suffixes: RegExp): string[] {
  const short = name.replace(suffixes, '')
  return short !== name && short.length >= 2 ? [short] : []
}

/** A street as a sheet says it; with the district beside it where it has a column for that. */
export const saidStreet = (street: string, district: string | null): string =>
  district === null ? street : `${district}${BETWEEN}${street}`

function streetOf(said: string): { readonly district: string | null; readonly street: string } {
  const at = said.lastIndexOf(BETWEEN)
  return at === -1
    ? { district: null, street: said }
    : { district: said.slice(0, at), street: said.slice(at + BETWEEN.length) }
}

const called = ({ id, name }: KnownArea, suffixes: RegExp): Called => ({
  id,
  name,
  forms: [[name], shortened(name, suffixes)],
})

/** The areas of a city on a day, by what sheets call them; and those that are created for this one. */
export class AreaBook {
  readonly #areas: ReadonlyMap<string, KnownArea>
  readonly #created = new Map<string, NewArea>()
  readonly #districts: (forms: readonly string[]) => Found
  readonly #streets: (forms: readonly string[]) => Found
  readonly #streetsOf = new Map<string, (forms: readonly string[]) => Found>()

  constructor(areas: readonly KnownArea[], day: string) {
    const standing = areas.filter((area) => holdsOn(area, day))
    this.#areas = new Map(standing.map((area) => [area.id, area]))
    this.#districts = nameIndex(this.#of(['district'], DISTRICT_SUFFIXES))
    this.#streets = nameIndex([
      ...this.#of(['subdistrict'], SUFFIXES),
      // A column of streets may name the district where it means all of it, or only the community.
      ...this.#of(['district'], DISTRICT_SUFFIXES).map(({ forms: [name = []], ...area }) => ({
        ...area,
        forms: [[], [], name],
      })),
      ...this.#of(['community'], SUFFIXES).map(({ forms: [name = []], ...area }) => ({
        ...area,
        forms: [[], [], name],
      })),
    ])
  }

  #of(levels: readonly AreaLevel[], suffixes: RegExp): Called[] {
    return [...this.#areas.values()]
      .filter(({ level }) => levels.includes(level))
      .map((area) => called(area, suffixes))
  }

  #within(districtId: string): (forms: readonly string[]) => Found {
    const known = this.#streetsOf.get(districtId)
    if (known) return known
    const below = [...this.#areas.values()].filter(
      ({ level, path }) => level === 'subdistrict' && path.includes(districtId),
    )
    const look = nameIndex(below.map((area) => called(area, SUFFIXES)))
    this.#streetsOf.set(districtId, look)
    return look
  }

  #has(id: string): boolean {
    return this.#areas.has(id)
  }

  #lookForStreet(said: string): Found {
    const { district, street } = streetOf(said)
    const forms = [street, ...shortened(street, SUFFIXES)]
    const known = district === null ? null : this.#lookForDistrict(district).id
    return known === null ? this.#streets(forms) : this.#within(known)(forms)
  }

  #lookForDistrict(said: string): Found {
    return this.#districts([said, ...shortened(said, DISTRICT_SUFFIXES)])
  }

  #create(area: Omit<NewArea, 'id'>): string {
    const key = `${area.parentId ?? ''} ${area.name}`
    const known = this.#created.get(key) ?? { id: uuidv7(), ...area }
    this.#created.set(key, known)
    return known.id
  }

  districts(): NameSource {
    return {
      kind: 'district',
      look: (said) => this.#lookForDistrict(said),
      has: (id) => this.#has(id),
      create: (name) => this.#create({ name, level: 'district', parentId: null }),
    }
  }

  /** @param districtOf the district that the city has, or will have, under a name of the sheet */
  streets(districtOf: (said: string) => string | null): NameSource {
    const create = (said: string, { districtId }: NameDecision): string => {
      const { district, street } = streetOf(said)
      const parentId = districtId ?? (district === null ? null : districtOf(district))
      return this.#create({ name: street, level: 'subdistrict', parentId: parentId ?? this.#onlyDistrict() })
    }
    return {
      kind: 'street',
      look: (said) => this.#lookForStreet(said),
      has: (id) => this.#has(id),
      create,
    }
  }

  #onlyDistrict(): string | null {
    const districts = [...this.#areas.values()].filter(({ level }) => level === 'district')
    return districts.length === 1 ? (districts[0]?.id ?? null) : null
  }

  created(): NewArea[] {
    // Districts before what lies in them.
    return [...this.#created.values()].sort((a, b) => a.level.localeCompare(b.level))
  }

  place(areaId: string | null): AreaPlace {
    if (areaId === null) return NOWHERE
    const created = [...this.#created.values()].find(({ id }) => id === areaId)
    if (created) {
      if (created.level === 'district') return { areaId, districtId: areaId, subdistrictId: null }
      return { areaId, subdistrictId: areaId, districtId: this.place(created.parentId).districtId }
    }
    const path = this.#areas.get(areaId)?.path ?? []
    const at = (wanted: AreaLevel): string | null =>
      path.find((id) => this.#areas.get(id)?.level === wanted) ?? null
    return { areaId, districtId: at('district'), subdistrictId: at('subdistrict') }
  }
}
