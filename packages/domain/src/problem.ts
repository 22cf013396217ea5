/** What a Problem's sentence may name: filled into the text of its code. */
export type ProblemParams = Readonly<Record<string, string | number>>

/**
 * A refusal (拒绝) that the caller can act on. Anything else that goes wrong is a bug and stays an ordinary Error.
 * Its text is `problem.<code>` in packages/messages, in both languages.
 */
export class Problem extends Error {
  override name = 'Problem'
  readonly code: ProblemCode
  readonly params: ProblemParams
  constructor(code: ProblemCode, params: ProblemParams = {}) {
    super(`${code} ${JSON.stringify(params)}`)
    this.code = code
    this.params = params
  }
}

/** Every code we can ever send, with its HTTP status: one list to read, translate and test. */
export const PROBLEMS = {
  'request.invalid': 400,
  'request.too-large': 413,
  'request.too-many': 429,
  'request.foreign-origin': 403,
  'not-found': 404,
  'cursor.invalid': 400,
  'changed-meanwhile': 409,
  duplicate: 409,
  'in-use': 409,
  'sign-in.needed': 401,
  'sign-in.refused': 401,
  'sign-in.locked': 429,
  'sign-in.disabled': 403,
  'access.no-permission': 403,
  'access.grant-expired': 403,
  'access.out-of-scope': 403,
  'password.too-short': 422,
  'password.too-long': 422,
  'password.too-simple': 422,
  'password.well-known': 422,
  'password.contains-name': 422,
  'password.link-spent': 410,
  'set-up.done': 409,
  'set-up.link-wrong': 403,
  'area.level-order': 422,
  'area.cycle': 422,
  'area.second-city': 422,
  'organization.cycle': 422,
  'validity.reversed': 422,
  'user.last-administrator': 409,
  'user.self-disable': 409,
  'role.administrator-fixed': 409,
  'framework.not-a-draft': 409,
  'framework.not-published': 409,
  'framework.levels-in-use': 409,
  'framework.code-taken': 409,
  'framework.too-deep': 422,
  'framework.cycle': 422,
  'framework.criterion-has-children': 422,
  'framework.points-decimals': 422,
  'framework.rule-invalid': 422,
  'framework.nothing-to-weigh': 422,
  'framework.nothing-to-compare': 422,
  'framework.flawed': 422,
  'checklist.not-a-draft': 409,
  'checklist.code-twice': 422,
  'checklist.item-invalid': 422,
  'checklist.item-elsewhere': 422,
  'checklist.empty': 422,
  'mapping.criterion-elsewhere': 422,
  'duty.target-incomplete': 422,
  'duty.organization-ended': 422,
  'duty.twice': 409,
  'duty.nothing-asked': 422,
  'self-check.due-past': 422,
  'self-check.closed': 409,
  'self-check.reason-missing': 422,
  'self-check.plan-missing': 422,
  'self-check.plan-day-past': 422,
  'file.type-refused': 415,
  'file.empty': 422,
  'file.too-large': 413,
  'import.not-a-table': 422,
  'import.save-as-xlsx': 422,
  'import.password-protected': 422,
  'import.damaged': 422,
  'import.file-too-large': 413,
  'import.unpacks-too-large': 413,
  'import.too-many-rows': 413,
  'import.too-many-columns': 413,
  'import.empty': 422,
  'import.sheet-missing': 422,
  'import.encoding-unknown': 422,
  'import.encoding-damaged': 422,
  'import.quote-open': 422,
  'import.geojson-invalid': 422,
  'import.geojson-not-features': 422,
  'backup.target-exists': 409,
  'backup.nothing': 409,
  'backup.not-an-archive': 422,
  'backup.damaged': 422,
  'backup.newer': 409,
  'backup.other-release': 409,
  'backup.database-not-empty': 409,
  'backup.database-newer': 409,
  'backup.keys-differ': 409,
  'command.file-missing': 422,
  'command.city-unknown': 422,
  'command.kind-unknown': 422,
  'command.column-invalid': 422,
  'command.header-unknown': 422,
  'command.datum-needed': 422,
  'command.framework-needed': 422,
  'command.year-invalid': 422,
  'command.version-unknown': 422,
} as const satisfies Record<string, number>

export type ProblemCode = keyof typeof PROBLEMS
