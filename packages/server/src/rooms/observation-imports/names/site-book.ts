import { comparable } from '@chuangcheng/domain'
import type { AreaPlace } from './area-book.ts'

/** A site of the register that is called as rows of the sheet say. */
export type NamedSite = {
  readonly id: string
  readonly name: string
  readonly typeId: string
  readonly areaId: string | null
  /** from the city down */
  readonly areaPath: readonly string[]
}

type SiteType = { readonly id: string; readonly name: string; readonly code: string }

/** 社区1, 主干道（3）, 农贸市场2号: a kind and a number within the street. */
const NUMBER_AT_END = /[\s#№第]*[(（]?\s*(?:\d+|[一二三四五六七八九十]+)\s*[)）]?\s*(?:号|#)?$/u

/** What a row says of its place, looked up. */
export type SitePlace = {
  readonly siteId: string | null
  readonly siteTypeId: string | null
  /** where the register says that it lies; null = it is not in the register */
  readonly areaId: string | null
}

/** The sites that a sheet may name. One counts only when nothing else of that name lies in the street that the row says. */
export class SiteBook {
  readonly #byName = new Map<string, NamedSite[]>()
  readonly #types = new Map<string, string>()

  constructor(sites: readonly NamedSite[], types: readonly SiteType[]) {
    for (const site of sites) this.#byName.set(site.name, [...(this.#byName.get(site.name) ?? []), site])
    for (const { id, name, code } of types) {
      this.#types.set(comparable(code), id)
      this.#types.set(comparable(name), id)
    }
  }

  find(name: string | null, siteType: string | null, { areaId }: AreaPlace): SitePlace {
    const called = name === null ? [] : (this.#byName.get(name) ?? [])
    const inStreet = areaId === null ? called : called.filter(({ areaPath }) => areaPath.includes(areaId))
    const [site] = inStreet
    if (site && inStreet.length === 1)
      return { siteId: site.id, siteTypeId: site.typeId, areaId: site.areaId }
    return { siteId: null, siteTypeId: this.#typeOf(name, siteType), areaId: null }
  }

  #typeOf(name: string | null, siteType: string | null): string | null {
    const said = [siteType, name?.replace(NUMBER_AT_END, '') ?? null, name]
    for (const one of said) {
      const known = one === null ? undefined : this.#types.get(comparable(one))
      if (known !== undefined) return known
    }
    return null
  }
}
