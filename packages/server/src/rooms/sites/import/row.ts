import type { ImportContext, ImportRow } from '../../imports/index.ts'
import type { Site } from '../register/site.ts'
import type { SITE_COLUMNS } from './site-columns.ts'

export type Row = ImportRow<typeof SITE_COLUMNS>
export type Context = ImportContext<(typeof SITE_COLUMNS)[number]['field']>
/** A site as the city has it. */
export type Stored = Site & { readonly revision: number }
/** A site as it will be, in the place of what it was. */
export type Saved = { readonly before: Stored | null; readonly after: Site }
