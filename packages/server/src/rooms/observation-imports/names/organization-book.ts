import { comparable, SheetNames, splitOrganizations } from '@chuangcheng/domain'
import { v7 as uuidv7 } from 'uuid'
import { type Called, nameIndex } from './name-index.ts'
import type { NameSource } from './said-names.ts'

export type KnownOrganization = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly shortName: string | null
  readonly validFrom: string
  readonly validTo: string | null
}

export type NewOrganization = { readonly id: string; readonly name: string }

/** 街道办 and 街道办事处 are one and the same. */
const OFFICE = /办事处$/u
const usual = (name: string): string => name.replace(OFFICE, '办')

/** The organizations that exist on a day, by what sheets call them; and those that are created for this one. */
export class OrganizationBook {
  readonly #known: ReadonlyMap<string, KnownOrganization>
  readonly #created = new Map<string, NewOrganization>()
  readonly #names: SheetNames
  readonly #cells = new Map<string, readonly string[]>()

  constructor(organizations: readonly KnownOrganization[], day: string) {
    const standing = organizations.filter(({ validTo }) => validTo === null || validTo >= day)
    this.#known = new Map(standing.map((one) => [one.id, one]))
    this.#names = new SheetNames(
      standing.map(({ id, name, shortName, code }) => ({
        id,
        name,
        otherNames: [...(shortName === null ? [] : [shortName]), code, usual(name)],
      })),
    )
  }

  /** The organizations that a cell names, as it says them. */
  namesIn(cell: string): readonly string[] {
    const known = this.#cells.get(cell) ?? splitOrganizations(cell, this.#names)
    this.#cells.set(cell, known)
    return known
  }

  source(): NameSource {
    const called: Called[] = [...this.#known.values()].map(({ id, name, shortName, code }) => ({
      id,
      name,
      forms: [[name], shortName === null ? [] : [shortName], [usual(name)], [code]],
    }))
    const look = nameIndex(called)
    return {
      kind: 'organization',
      look: (said) => look([said, usual(said)]),
      has: (id) => this.#known.has(id),
      create: (said) => this.#create(said),
    }
  }

  #create(name: string): string {
    const key = comparable(usual(name))
    const known = this.#created.get(key) ?? { id: uuidv7(), name }
    this.#created.set(key, known)
    return known.id
  }

  created(): NewOrganization[] {
    return [...this.#created.values()]
  }
}
