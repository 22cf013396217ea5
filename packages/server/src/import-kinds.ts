import { areaBoundaryImport, areaImport } from './rooms/areas/index.ts'
import { checklistImport } from './rooms/checklists/index.ts'
import { dutyImport } from './rooms/duties/index.ts'
import { userImport } from './rooms/identity/index.ts'
import type { ImportKind } from './rooms/imports/index.ts'
import { organizationImport } from './rooms/organizations/index.ts'
import { siteImport, siteTypeImport } from './rooms/sites/index.ts'

/** Everything that can be imported from a file, by the word the command line uses for it. */
export const IMPORT_KINDS: Readonly<Record<string, ImportKind>> = {
  areas: areaImport,
  'area-boundaries': areaBoundaryImport,
  organizations: organizationImport,
  users: userImport,
  'site-types': siteTypeImport,
  sites: siteImport,
  checklists: checklistImport,
  duties: dutyImport,
}
