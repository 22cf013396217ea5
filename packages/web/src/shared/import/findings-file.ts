import { m } from '@chuangcheng/messages'
import type { Finding } from '../ui/findings-table.tsx'

/** Marks the text as UTF-8, without which Excel shows Chinese as noise. */
const BYTE_ORDER_MARK = '\uFEFF'

/** One cell; what a spreadsheet would take for a formula stays text. */
function cell(value: string | number): string {
  const text = String(value)
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** The findings as CSV that Excel opens: row, column, severity, text. */
export function findingsCsv(findings: readonly Finding[]): string {
  const head = [
    m['office.findings.line'](),
    m['office.findings.column'](),
    m['office.findings.severity'](),
    m['office.findings.text'](),
  ]
  const rows = findings.map(({ line, column, severity, text }) => [
    line === 0 ? m['office.findings.wholeFile']() : line,
    column ?? '',
    severity === 'error' ? m['office.findings.error']() : m['office.findings.warning'](),
    text,
  ])
  return BYTE_ORDER_MARK + [head, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')
}

/** Hands the findings to the person as a file, to go through beside the file they correct. */
export function downloadFindings(fileName: string, findings: readonly Finding[]): void {
  const address = URL.createObjectURL(new Blob([findingsCsv(findings)], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${fileName.replace(/\.[^.]+$/, '')}-${m['office.import.check.downloadName']()}.csv`
  link.click()
  URL.revokeObjectURL(address)
}
