import { findText } from '../platform/http/problem-text.ts'
import type { ObservationOutcome } from '../rooms/observation-imports/index.ts'
import { say, sentence, shellLocale } from './language.ts'

function sayFindings({ findings, sheets }: ObservationOutcome): void {
  const locale = shellLocale()
  for (const { line, column, severity, code, params, file } of findings) {
    const text = findText(locale, `finding.${code}`, params) ?? code
    const mark = severity === 'error' ? '' : sentence('import.warning')
    const from = sheets.length > 1 ? `${file} ` : ''
    const place = { line, column: column === null ? '' : ` ${column}` }
    say(from + (line === 0 ? mark + text : sentence('import.finding', { ...place, text: mark + text })))
  }
}

function sayCounts({ round, framework, sheets, ...counts }: ObservationOutcome): void {
  const { rowCount, observationCount, supersededCount, unresolvedCount, unassignedCount } = counts
  const { newStreetCount: areas, newOrganizationCount: organizations } = counts
  const said = { rowCount, observationCount, supersededCount, unresolvedCount, unassignedCount }
  say(sentence('import.observation-counts', { ...said, round: round.name, sheets: sheets.length }))
  const { name, itemCount: items, subItemCount: subItems } = framework
  if (framework.isNew) say(sentence('import.framework-made', { name, items, subItems }))
  if (areas + organizations > 0) say(sentence('import.names-created', { areas, organizations }))
}

/** Findings by file and row, then how many of what. */
export function printObservations(outcome: ObservationOutcome, errorCount: number): void {
  sayFindings(outcome)
  sayCounts(outcome)
  if (errorCount > 0) say(sentence('import.refused', { count: errorCount }))
  else say(sentence(outcome.dryRun ? 'import.dry-run' : 'import.imported'))
}
