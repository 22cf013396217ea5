import type { duties, ResponseOf } from '@chuangcheng/contract'
import { type Actor, covers, type Duty, Problem, scopeOf } from '@chuangcheng/domain'
import type { Locale } from '@chuangcheng/messages'
import type { Reader } from '../../../platform/database/database.ts'
import { findText } from '../../../platform/http/problem-text.ts'
import { type DutyRow, listDutiesById } from '../register/queries.ts'
import type { Place } from './queries.ts'
import { findResponsibleFor, type ResponsibilityQuestion } from './responsible.ts'

type Answer = ResponseOf<typeof duties.findResponsible>
type Because = Answer['because']

const maySee = (actor: Actor, { areaId, holder, supervisor }: Place): boolean =>
  covers(scopeOf(actor, 'site.read'), {
    areaId,
    organizationIds: [holder?.id ?? null, supervisor?.id ?? null],
  })

/** Why, in a sentence: which sort of duty decided, and what it is for. */
function whyResponsible(locale: Locale, because: Because, deciding: readonly DutyRow[]): string {
  const name = deciding.find(({ target }) => target === because)?.targetName ?? ''
  return findText(locale, `responsible.${because}`, { name }) ?? because
}

/** The same organization in the same role through several criteria is said once. */
function withoutRepeats(behind: readonly DutyRow[]): Answer['behind'] {
  const said = new Map(
    behind.map(({ target, organization, role }) => [
      `${target} ${organization.id} ${role}`,
      { target, organization, role },
    ]),
  )
  return [...said.values()]
}

/**
 * The answer as it is shown. A site outside the caller's scope is not found.
 * @throws Problem not-found · duty.nothing-asked
 */
export async function answerResponsible(
  reader: Reader,
  actor: Actor,
  question: ResponsibilityQuestion,
  locale: Locale,
): Promise<Answer> {
  const { site, because, deciding, behind } = await findResponsibleFor(reader, question)
  if (site && !maySee(actor, site)) throw new Problem('not-found', { what: 'site' })
  const ids = [...deciding, ...behind].map(({ id }) => id)
  const rows = new Map((await listDutiesById(reader, ids)).map((row) => [row.id, row]))
  const rowsOf = (duties: readonly Duty[]) => duties.flatMap(({ id }) => rows.get(id) ?? [])
  const decidingRows = rowsOf(deciding)
  return {
    because,
    text: whyResponsible(locale, because, decidingRows),
    organizations: decidingRows.map(({ id, organization, role, share }) => ({
      ...organization,
      role,
      share,
      dutyId: id,
    })),
    holder: site?.holder ?? null,
    supervisor: site?.supervisor ?? null,
    behind: withoutRepeats(rowsOf(behind)),
  }
}
