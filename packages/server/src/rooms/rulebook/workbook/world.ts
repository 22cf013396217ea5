import { SheetNames } from '@chuangcheng/domain'
import type { Reader } from '../../../platform/database/database.ts'
import { listAllOrganizations } from '../../organizations/index.ts'
import { listTypeNames } from '../../sites/index.ts'

/** Whom and what a framework's workbook may name: organizations that exist on the day, and site types. */
export async function sheetWorld(reader: Reader, day: string) {
  const organizations = (await listAllOrganizations(reader)).filter(
    ({ validTo }) => validTo === null || validTo >= day,
  )
  const types = await listTypeNames(reader)
  return {
    organizations: new SheetNames(
      organizations.map(({ id, name, shortName, code }) => ({
        id,
        name,
        otherNames: shortName === null ? [code] : [shortName, code],
      })),
    ),
    siteTypes: new SheetNames(types.map(({ id, name, code }) => ({ id, name, otherNames: [code] }))),
  }
}

/** What organizations and site types are called in a workbook: by name, or by code where the name does not tell them apart. */
export async function namesForSheet(
  reader: Reader,
  day: string,
): Promise<{ organization: (id: string) => string; siteType: (id: string) => string }> {
  const world = await sheetWorld(reader, day)
  const called = (
    names: SheetNames,
    records: readonly { readonly id: string; readonly name: string; readonly code: string }[],
  ) => {
    const words = new Map(
      records.map(({ id, name, code }) => {
        const found = names.find(name)
        return [id, 'id' in found && found.id === id ? name : code]
      }),
    )
    return (id: string): string => words.get(id) ?? id
  }
  return {
    organization: called(world.organizations, await listAllOrganizations(reader)),
    siteType: called(world.siteTypes, await listTypeNames(reader)),
  }
}
