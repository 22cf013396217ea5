import {
  type Duty,
  type DutyAim,
  type DutyTarget,
  type Finding,
  flaw,
  hasFourDecimals,
} from '@chuangcheng/domain'
import type { ImportContext, ImportRow } from '../../imports/index.ts'
import type { DUTY_COLUMNS } from './duty-columns.ts'
import type { Known } from './known.ts'

export type Row = ImportRow<typeof DUTY_COLUMNS>
type Field = (typeof DUTY_COLUMNS)[number]['field']
export type Context = ImportContext<Field>

/** A row as a duty; without an id, and beginning whenever the file does not say. */
export type SaidDuty = Omit<Duty, 'id' | 'validFrom'> & {
  readonly line: number
  readonly validFrom: string | null
}

export type Reading = { readonly said: SaidDuty | null; readonly findings: Finding[] }

const NOTHING: Omit<DutyAim, 'target'> = {
  siteId: null,
  areaId: null,
  siteTypeId: null,
  category: null,
  criterionId: null,
}

/** What a row is for: exactly one of the four must be filled in. */
function targetOf({ siteCode, area, category, criterionCode }: Row['values']): DutyTarget | null {
  const named: (DutyTarget | null)[] = [
    siteCode === null ? null : 'site',
    area === null ? null : 'areaSiteType',
    category === null ? null : 'category',
    criterionCode === null ? null : 'criterion',
  ]
  const [first, ...others] = named.filter((target) => target !== null)
  return first !== undefined && others.length === 0 ? first : null
}

/** Reads the names of one row, and keeps what was wrong with each. */
class RowReader {
  readonly findings: Finding[] = []
  readonly row: Row
  readonly known: Known
  readonly context: Context

  constructor(row: Row, known: Known, context: Context) {
    this.row = row
    this.known = known
    this.context = context
  }

  #say(field: Field | null, what: Parameters<Context['error']>[2]): null {
    this.findings.push(this.context.error(this.row.line, field, what))
    return null
  }

  #named(field: 'area' | 'siteType' | 'organization', book: Known['areas']): string | null {
    const written = this.row.values[field]
    if (written === null) return null
    const reading = book.find(written)
    return 'id' in reading ? reading.id : this.#say(field, reading.flaw)
  }

  organizationId(): string | null {
    return this.#named('organization', this.known.organizations)
  }

  #site(): string | null {
    const code = this.row.values.siteCode
    if (code === null) return null
    return this.known.sites.get(code) ?? this.#say('siteCode', flaw('name-unknown', { value: code }))
  }

  #criterion(): string | null {
    const { criterionCode, framework } = this.row.values
    if (criterionCode === null) return null
    const reading = this.known.criterion(criterionCode, framework)
    return 'id' in reading ? reading.id : this.#say(reading.field, reading.flaw)
  }

  aim(): DutyAim | null {
    const { values } = this.row
    const target = targetOf(values)
    if (target === null || (values.siteType !== null && target !== 'areaSiteType'))
      return this.#say(null, flaw('duty-target-unclear'))
    const aim = {
      ...NOTHING,
      target,
      siteId: this.#site(),
      areaId: this.#named('area', this.known.areas),
      siteTypeId: this.#named('siteType', this.known.siteTypes),
      category: values.category,
      criterionId: this.#criterion(),
    }
    return this.findings.length === 0 ? aim : null
  }

  checkNumbers(): void {
    const { share, validFrom, validTo } = this.row.values
    if (share !== null && (share < 0 || !hasFourDecimals(share)))
      this.#say('share', flaw('number-invalid', { value: String(share) }))
    if (validFrom !== null && validTo !== null && validTo < validFrom)
      this.#say('validTo', flaw('validity-reversed', { from: validFrom, to: validTo }))
  }

  checkHolder(organizationId: string, today: string): void {
    const lastDay = this.known.lastDays.get(organizationId) ?? null
    if (lastDay === null || lastDay >= (this.row.values.validFrom ?? today)) return
    const value = this.row.values.organization ?? ''
    this.#say('organization', flaw('duty-organization-ended', { value, day: lastDay }))
  }
}

/** A row under the rules of duties; null with an error among its findings. */
export function readDutyRow(row: Row, known: Known, context: Context, today: string): Reading {
  const reader = new RowReader(row, known, context)
  const { findings } = reader
  const aim = reader.aim()
  const organizationId = reader.organizationId()
  reader.checkNumbers()
  if (organizationId !== null) reader.checkHolder(organizationId, today)
  const { role, share, validFrom, validTo } = row.values
  if (row.refused || findings.length > 0 || aim === null || organizationId === null || role === null)
    return { said: null, findings }
  // The column's choices are the roles of a duty.
  const said = {
    ...aim,
    line: row.line,
    organizationId,
    role: role as Duty['role'],
    share,
    validFrom,
    validTo,
  }
  return { said, findings }
}
