import { Problem } from '@chuangcheng/domain'
import type { Locale } from '@chuangcheng/messages'
import type { Reader } from '../../../platform/database/database.ts'
import { type Block, type PrintedDocument, writeDocument } from '../../../platform/documents/index.ts'
import { findText } from '../../../platform/http/problem-text.ts'
import { localDay } from '../../../platform/local-day.ts'
import type { Looking } from '../rounds/page.ts'
import { visitPage } from './page.ts'
import { findCityName } from './slip-queries.ts'

type Visit = Awaited<ReturnType<typeof visitPage>>
type Finding = Visit['findings'][number]
type Say = (key: string, inputs?: Record<string, unknown>) => string

const sayIn =
  (locale: Locale): Say =>
  (key, inputs) =>
    findText(locale, `slip.${key}`, inputs) ?? key

const clock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})

/** A local date as it is written out. */
const dayIn = (locale: Locale, instant: string): string => {
  const day = localDay(new Date(instant))
  if (locale === 'en') return day
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

const timeOf = (locale: Locale, { startedAt, finishedAt }: Visit): string =>
  `${dayIn(locale, startedAt)} ${clock.format(new Date(startedAt))}–${clock.format(new Date(finishedAt))}`

/** The problem in words: the item, what the inspector wrote, and by what it went where it went. */
const problemOf = ({ itemText, note, becauseText }: Finding, say: Say): string =>
  [itemText, note, say('basis', { text: becauseText })].filter((part) => part !== '').join('\n')

function responsibleOf({ organizations }: Finding, say: Say): string {
  if (organizations.length === 0) return say('unassigned')
  return organizations.map(({ name }) => name).join('、')
}

function siteTable(visit: Visit, address: string, locale: Locale, say: Say): Block {
  const lines: [string, string][] = [
    [say('site'), `${visit.site.code} ${visit.site.name}（${visit.site.type.name}）`],
    [say('address'), address],
    [say('area'), visit.areaPath.map(({ name }) => name).join(' ')],
    [say('time'), timeOf(locale, visit)],
    [say('inspector'), visit.inspectorName],
  ]
  return {
    kind: 'table',
    columns: [{ width: 1, align: 'center' }, { width: 5 }],
    rows: lines.filter(([, value]) => value !== ''),
  }
}

const findingTable = (findings: readonly Finding[], locale: Locale, say: Say): Block => ({
  kind: 'table',
  columns: [
    { header: say('column.position'), width: 5, align: 'center' },
    { header: say('column.case'), width: 15 },
    { header: say('column.problem'), width: 40 },
    { header: say('column.responsible'), width: 16 },
    { header: say('column.due'), width: 14, align: 'center' },
    { header: say('column.photos'), width: 8, align: 'center' },
  ],
  rows: findings.map((finding, at) => [
    String(at + 1),
    finding.case?.number ?? '',
    problemOf(finding, say),
    responsibleOf(finding, say),
    finding.dueAt === null ? '' : dayIn(locale, finding.dueAt),
    finding.photoIds.length === 0 ? '—' : say('photoCount', { count: finding.photoIds.length }),
  ]),
})

const receiptTable = (say: Say): Block => ({
  kind: 'table',
  columns: [
    { header: say('receiver'), width: 1, align: 'center' },
    { header: '', width: 2 },
    { header: say('receivedAt'), width: 1, align: 'center' },
    { header: '', width: 2 },
  ],
  rows: [[say('result'), '', say('verifier'), '']],
})

type Slip = {
  readonly visit: Visit
  readonly address: string
  readonly findings: readonly Finding[]
  /** for whom alone it is; null = for all */
  readonly addressee: string | null
  readonly cityName: string
  readonly locale: Locale
}

function slipOf({ visit, address, findings, addressee, cityName, locale }: Slip): PrintedDocument {
  const say = sayIn(locale)
  const day = dayIn(locale, visit.finishedAt)
  const told = { day, round: visit.roundName, place: visit.site.name, type: visit.site.type.name }
  return {
    title: say('title'),
    subtitle: say('number', { number: findings[0]?.case?.number ?? '' }),
    landscape: false,
    blocks: [
      ...(addressee === null
        ? []
        : [{ kind: 'paragraph' as const, text: say('introTo', { organization: addressee }) }]),
      { kind: 'paragraph', text: say('intro', { ...told, count: findings.length }) },
      { kind: 'heading', level: 1, text: say('siteHeading') },
      siteTable(visit, address, locale, say),
      { kind: 'heading', level: 1, text: say('findingsHeading') },
      findingTable(findings, locale, say),
      { kind: 'heading', level: 1, text: say('feedbackHeading') },
      receiptTable(say),
      { kind: 'signature', lines: [say('issuedBy', { city: cityName }), day] },
    ],
  }
}

/**
 * The handover slip of a visit (交办单): everything that was handed over, or what went to one organization.
 * @throws Problem not-found · visit.nothing-handed-over
 */
export async function handoverSlip(
  reader: Reader,
  id: string,
  organizationId: string | null,
  looking: Looking,
): Promise<Buffer> {
  const [visit, { cityName, address }] = await Promise.all([
    visitPage(reader, id, looking),
    findCityName(reader, id),
  ])
  const findings = visit.findings.filter(
    (finding) =>
      finding.case !== null &&
      (organizationId === null || finding.organizations.some((one) => one.id === organizationId)),
  )
  if (findings.length === 0) throw new Problem('visit.nothing-handed-over')
  const named = findings
    .flatMap(({ organizations }) => organizations)
    .find((one) => one.id === organizationId)
  const slip = { visit, address, findings, addressee: named?.name ?? null, cityName, locale: looking.locale }
  return writeDocument(slipOf(slip))
}
