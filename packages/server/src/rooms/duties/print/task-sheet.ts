import type { Readable } from 'node:stream'
import type { Locale } from '@chuangcheng/messages'
import { type PrintedDocument, writeDocument } from '../../../platform/documents/index.ts'
import { findText } from '../../../platform/http/problem-text.ts'
import { writeWorkbook } from '../../../platform/tabular/index.ts'
import type { getTaskSheet } from '../overview/task-sheet.ts'

type TaskSheet = Awaited<ReturnType<typeof getTaskSheet>>
type Task = TaskSheet['tasks'][number]

/** Words in the language of whoever prints. */
export const wordsIn =
  (locale: Locale) =>
  (key: string, inputs: Record<string, string | number> = {}): string =>
    findText(locale, key, inputs) ?? key
export type Say = ReturnType<typeof wordsIn>

export const methodNames = (methods: readonly string[], say: Say): string =>
  methods.map((method) => say(`assessmentMethod.${method}`)).join('、')

const otherNames = ({ others }: Task, say: Say): string =>
  others.map(({ organization, role }) => `${organization.name}（${say(`dutyRole.${role}`)}）`).join('、')

const siteRows = ({ sites }: TaskSheet, say: Say): string[][] =>
  sites.map(({ target, targetName, role, siteCount }) => [
    say(`dutyTarget.${target}`),
    targetName,
    say(`dutyRole.${role}`),
    target === 'category' ? '' : String(siteCount),
  ])

const SITE_HEADERS = ['print.target', 'print.targetName', 'print.role', 'print.siteCount']
const TASK_HEADERS = [
  'print.code',
  'print.path',
  'print.criterion',
  'print.points',
  'print.methods',
  'print.rule',
  'print.role',
  'print.share',
  'print.others',
]

/** The task sheet as a workbook (任务清单). */
export function taskSheetWorkbook(sheet: TaskSheet, locale: Locale): Readable {
  const say = wordsIn(locale)
  return writeWorkbook([
    {
      name: say('print.taskSheet'),
      headers: TASK_HEADERS.map((key) => say(key)),
      rows: sheet.tasks.map((task) => [
        task.code,
        task.path.join(' / '),
        task.text,
        task.points,
        methodNames(task.methods, say),
        task.ruleText,
        say(`dutyRole.${task.role}`),
        task.share,
        otherNames(task, say),
      ]),
    },
    {
      name: say('print.onSite'),
      headers: SITE_HEADERS.map((key) => say(key)),
      rows: siteRows(sheet, say),
    },
  ])
}

function documentOf(sheet: TaskSheet, say: Say): PrintedDocument {
  const { organization, version, tasks, sites, leadPoints, day } = sheet
  const leadCount = tasks.filter(({ role }) => role === 'lead').length
  const counts = { name: organization.name, count: tasks.length, leads: leadCount, points: leadPoints }
  return {
    title: say('print.taskSheetOf', { name: organization.name }),
    subtitle: `${version.frameworkName}（${version.label}）`,
    landscape: false,
    blocks: [
      { kind: 'paragraph', text: say('print.taskSheetSummary', counts) },
      { kind: 'heading', level: 1, text: say('print.criteriaHeading') },
      {
        kind: 'table',
        columns: [
          { header: say('print.code'), width: 13, align: 'center' },
          { header: say('print.criterion'), width: 44 },
          { header: say('print.points'), width: 9, align: 'center' },
          { header: say('print.role'), width: 9, align: 'center' },
          { header: say('print.others'), width: 25 },
        ],
        rows: tasks.map((task) => [
          task.code,
          task.text,
          task.points === null ? '' : String(task.points),
          say(`dutyRole.${task.role}`),
          otherNames(task, say),
        ]),
      },
      ...(sites.length === 0
        ? []
        : [
            { kind: 'heading' as const, level: 1 as const, text: say('print.sitesHeading') },
            {
              kind: 'table' as const,
              columns: SITE_HEADERS.map((key, index) => ({ header: say(key), width: index === 1 ? 40 : 20 })),
              rows: siteRows(sheet, say),
            },
          ]),
      { kind: 'signature', lines: [say('print.asOf', { day })] },
    ],
  }
}

/** The task sheet as a document to be printed. */
export const taskSheetDocument = (sheet: TaskSheet, locale: Locale): Promise<Buffer> =>
  writeDocument(documentOf(sheet, wordsIn(locale)))
