import type { Readable } from 'node:stream'
import type { Cell, StandingCounts } from '@chuangcheng/domain'
import type { Locale } from '@chuangcheng/messages'
import { findText } from '../../platform/http/problem-text.ts'
import { type SheetToWrite, writeWorkbook } from '../../platform/tabular/index.ts'
import { pictureOf } from './picture.ts'
import type { SelfCheck } from './queries.ts'
import type { Task } from './tasks.ts'

type Say = (key: string) => string

const COUNTS = ['taskCount', 'metCount', 'mostlyMetCount', 'unmetCount', 'missingCount', 'lateCount'] as const
const countsOf = (counts: StandingCounts): Cell[] => COUNTS.map((field) => counts[field])
const countHeaders = (say: Say): string[] => COUNTS.map((field) => say(`selfCheck.${field}`))

/** Of all tasks, the part that is met, to a tenth of a percent. */
const metShare = ({ metCount, taskCount }: StandingCounts): string =>
  taskCount === 0 ? '' : `${((metCount / taskCount) * 100).toFixed(1)}%`

const TASK_FIELDS = [
  'organization',
  'role',
  'code',
  'path',
  'criterion',
  'points',
  'rule',
  'standing',
  'reason',
  'plan',
  'planOn',
  'late',
  'answeredBy',
  'answeredAt',
] as const

/** A local date as the cell of a date. */
const dateCell = (day: string | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`))

const taskCells = (task: Task, say: Say): Cell[] => [
  task.organization.name,
  say(`dutyRole.${task.role}`),
  task.code,
  task.path.join(' / '),
  task.text,
  task.points,
  task.ruleText,
  task.standing === null ? say('selfCheck.missing') : say(`standing.${task.standing}`),
  task.reason,
  task.plan,
  dateCell(task.planOn),
  task.late ? say('selfCheck.yes') : '',
  task.answeredByName,
  task.answeredAt === null ? null : new Date(task.answeredAt),
]

function sheetsOf(check: SelfCheck, tasks: readonly Task[], say: Say): SheetToWrite[] {
  const picture = pictureOf(check, tasks)
  const { frameworkName, label } = check.version
  return [
    {
      name: say('selfCheck.sheet.summary'),
      headers: [say('selfCheck.name'), check.name],
      rows: [
        [say('selfCheck.framework'), `${frameworkName} ${label}`],
        [say('selfCheck.dueOn'), dateCell(check.dueOn)],
        ...COUNTS.map((field): Cell[] => [say(`selfCheck.${field}`), picture[field]]),
        [say('selfCheck.metShare'), metShare(picture)],
      ],
    },
    {
      name: say('selfCheck.sheet.parts'),
      headers: [
        say('selfCheck.code'),
        say('selfCheck.part'),
        ...countHeaders(say),
        say('selfCheck.metShare'),
      ],
      rows: picture.parts.map((part) => [part.code, part.text, ...countsOf(part), metShare(part)]),
    },
    {
      name: say('selfCheck.sheet.organizations'),
      headers: [
        say('selfCheck.organization'),
        ...countHeaders(say),
        say('selfCheck.metShare'),
        say('selfCheck.lastAt'),
      ],
      rows: picture.organizations.map((row) => [
        row.organization.name,
        ...countsOf(row),
        metShare(row),
        row.lastAt === null ? null : new Date(row.lastAt),
      ]),
    },
    {
      name: say('selfCheck.sheet.tasks'),
      headers: TASK_FIELDS.map((field) => say(`selfCheck.${field}`)),
      rows: tasks.map((task) => taskCells(task, say)),
    },
  ]
}

/** The answers as a workbook: summary, by part, by organization, all tasks. */
export const selfCheckWorkbook = (check: SelfCheck, tasks: readonly Task[], locale: Locale): Readable =>
  writeWorkbook(sheetsOf(check, tasks, (key) => findText(locale, key) ?? key))
