/**
 * Everything an importer can say about a row (导入问题清单). Texts are `finding.<code>` in packages/messages, in both languages;
 * the table around them names row and column.
 */
export const FINDING_CODES = [
  'required',
  'column-missing',
  'formula-text',
  'too-long',
  'error-value',
  'formula-without-value',
  'not-a-point',
  'number-invalid',
  'number-with-unit',
  'date-invalid',
  'date-impossible',
  'choice-unknown',
  'code-lost-digits',
  'duplicate-in-file',
  'duplicate-in-city',
  'name-unknown',
  'name-unknown-similar',
  'name-ambiguous',
  'position-incomplete',
  'position-out-of-range',
  'position-swapped',
  'position-outside-city',
  'area-not-found-at-position',
  'no-boundaries',
  'geometry-missing',
  'geometry-not-a-polygon',
  'ring-too-short',
  'ring-not-closed',
  'ring-crosses-itself',
  'ring-doubles-back',
  'rings-cross',
  'hole-outside',
  'parts-overlap',
  'area-zero',
  'too-many-vertices',
  'boundary-outside-parent',
  'own-ancestor',
  'level-order',
  'second-city',
  'validity-reversed',
  'user-name-invalid',
  'phone-invalid',
  'user-differs',
  'scope-twice',
  'grant-too-wide',
  'out-of-scope',
  'points-invalid',
  'points-negative',
  'points-too-many',
  'points-too-fine',
  'points-absent',
  'points-differ',
  'points-merged',
  'points-in-text',
  'no-points',
  'no-criteria',
  'code-became-date',
  'method-unknown',
  'rule-unread',
  'organization-twice',
  'indicator-missing',
  'indicator-empty',
  'criterion-has-children',
  'under-two-parents',
  'too-deep',
  'row-skipped',
  'second-table',
  'table-beside',
  'year-differs',
  'answer-unreadable',
  'item-flawed',
  'items-left-out',
  'checklist-differs',
  'checklist-in-use',
  'checklist-too-long',
  'duty-target-unclear',
  'duty-organization-ended',
  'duty-twice',
  'duty-twice-in-file',
  'deduction-unread',
  'deduction-over-points',
  'deduction-missing',
  'item-missing',
  'item-unknown',
  'item-unknown-similar',
  'name-undecided',
  'name-undecided-similar',
  'site-missing',
  'serial-missing',
  'serial-twice',
  'serials-elsewhere',
  'day-outside-round',
  'day-missing',
  'rows-left-out',
  'leads-missing',
] as const
export type FindingCode = (typeof FINDING_CODES)[number]

export type FindingParams = Readonly<Record<string, string | number>>

/** What is wrong, before anybody says where. */
export interface Flaw {
  readonly code: FindingCode
  readonly params: FindingParams
}

/** One thing an importer found in a file (导入发现的问题): an error stops the import, a warning is shown. */
export interface Finding extends Flaw {
  /** Row number in the file as the person sees it. */
  readonly line: number
  /** The header as it stands in the file; null when the whole row is meant. */
  readonly column: string | null
  readonly severity: 'error' | 'warning'
}

export const flaw = (code: FindingCode, params: FindingParams = {}): Flaw => ({ code, params })
