import type { Datum } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'

type Choice = { readonly datum: Datum; readonly name: () => string; readonly hint: () => string }

/** Coordinate systems in the words of those who bring coordinates; what most people bring stands first. */
export const DATUM_CHOICES: readonly Choice[] = [
  { datum: 'GCJ-02', name: m['office.import.datum.GCJ02'], hint: m['office.import.datum.GCJ02Hint'] },
  { datum: 'BD-09', name: m['office.import.datum.BD09'], hint: m['office.import.datum.BD09Hint'] },
  { datum: 'CGCS2000', name: m['office.import.datum.CGCS2000'], hint: m['office.import.datum.CGCS2000Hint'] },
  { datum: 'WGS84', name: m['office.import.datum.WGS84'], hint: m['office.import.datum.WGS84Hint'] },
]
