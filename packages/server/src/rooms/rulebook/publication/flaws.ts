import { type VersionFlaw, versionFlaws } from '@chuangcheng/domain'
import type { Locale } from '@chuangcheng/messages'
import type { Reader } from '../../../platform/database/database.ts'
import { findText } from '../../../platform/http/problem-text.ts'
import { listLeadless } from '../../duties/index.ts'
import { type FrameworkVersion, getVersion, listNodes } from '../../frameworks/index.ts'
import { listCriterionDuties } from '../workbook/queries.ts'
import { countConfirmedMappings } from './queries.ts'

const MOST_FLAWS = 1_000

/** What keeps a version from being published on a day, errors first. */
export async function flawsOf(
  reader: Reader,
  version: FrameworkVersion,
  day: string,
): Promise<VersionFlaw[]> {
  const leadless = await listLeadless(reader, version.id, day)
  const mapped = await countConfirmedMappings(reader, version.id)
  return versionFlaws({
    totalPoints: version.totalPoints,
    nodes: await listNodes(reader, version.id),
    leadless: new Set(leadless.map(({ id }) => id)),
    observed: new Set(mapped.keys()),
    shares: await listCriterionDuties(reader, version.id, day),
  })
}

/** The words that stand for values among the parameters. */
function spoken(locale: Locale, params: VersionFlaw['params']): Record<string, string | number> {
  const { guess, role } = params
  return {
    ...params,
    ...(guess === undefined ? {} : { guess: findText(locale, `guess.${guess}`) ?? guess }),
    ...(role === undefined ? {} : { role: findText(locale, `dutyRole.${role}`) ?? role }),
  }
}

export function flawText(locale: Locale, { code, params, rule }: VersionFlaw): string {
  if (rule) return findText(locale, `ruleFlaw.${rule.code}`, { ...rule.params }) ?? rule.code
  return findText(locale, `frameworkFlaw.${code}`, spoken(locale, params)) ?? code
}

/** @throws Problem not-found */
export async function listFlaws(reader: Reader, versionId: string, day: string, locale: Locale) {
  const flaws = await flawsOf(reader, await getVersion(reader, versionId), day)
  const errorCount = flaws.filter(({ severity }) => severity === 'error').length
  return {
    errorCount,
    warningCount: flaws.length - errorCount,
    items: flaws.slice(0, MOST_FLAWS).map((flaw) => ({
      severity: flaw.severity,
      code: flaw.code,
      text: flawText(locale, flaw),
      nodeId: flaw.node?.id ?? null,
      nodeCode: flaw.node?.code ?? null,
      field: flaw.field,
    })),
  }
}
