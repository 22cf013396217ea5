import type { duties, ResponseOf } from '@chuangcheng/contract'
import { type Actor, covers, Problem, scopeOf } from '@chuangcheng/domain'
import type { Locale } from '@chuangcheng/messages'
import type { Reader } from '../../../platform/database/database.ts'
import { findText } from '../../../platform/http/problem-text.ts'
import type { NamedDuty } from './queries.ts'
import { type FoundResponsible, findResponsibleFor, type ResponsibilityQuestion } from './responsible.ts'

type Answer = ResponseOf<typeof duties.findResponsible>

/** Why, in a sentence: which sort of duty decided, and what it is for. */
export function whyResponsible(locale: Locale, { because, deciding }: FoundResponsible): string {
  const targetName = deciding.find(({ target }) => target === because)?.targetName ?? ''
  return findText(locale, `responsible.${because}`, { name: targetName }) ?? because
}

const standing = ({ target, organizationId, organizationName, role }: NamedDuty) => ({
  target,
  organization: { id: organizationId, name: organizationName },
  role,
})

/** The same organization in the same role through several criteria is said once. */
function withoutRepeats(behind: readonly NamedDuty[]): Answer['behind'] {
  const said = new Map(behind.map((duty) => [`${duty.target} ${duty.organizationId} ${duty.role}`, duty]))
  return [...said.values()].map(standing)
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
  const found = await findResponsibleFor(reader, question)
  const { site } = found
  if (site) {
    const belonging = {
      areaId: site.areaId,
      organizationIds: [site.holder?.id ?? null, site.supervisor?.id ?? null],
    }
    if (!covers(scopeOf(actor, 'site.read'), belonging)) throw new Problem('not-found', { what: 'site' })
  }
  return {
    because: found.because,
    text: whyResponsible(locale, found),
    organizations: found.deciding.map(({ organizationId, organizationName, role, share, id }) => ({
      id: organizationId,
      name: organizationName,
      role,
      share,
      dutyId: id,
    })),
    holder: site?.holder ?? null,
    supervisor: site?.supervisor ?? null,
    behind: withoutRepeats(found.behind),
  }
}
