import { basename, resolve } from 'node:path'
import { DATUMS, type Datum, Problem } from '@chuangcheng/domain'
import { type Command, Option } from 'commander'
import { v7 as uuidv7 } from 'uuid'
import { IMPORT_KINDS } from '../import-kinds.ts'
import type { Author } from '../platform/database/database.ts'
import { findText } from '../platform/http/problem-text.ts'
import { FileStore } from '../platform/store/file-store.ts'
import { addLocalFile, type ImportFile } from '../rooms/files/index.ts'
import { columnsInFile, type ImportKind, type ImportOutcome, importFile } from '../rooms/imports/index.ts'
import type { ObservationOutcome } from '../rooms/observation-imports/index.ts'
import { type FrameworkImportOutcome, importNamedFramework } from '../rooms/rulebook/index.ts'
import { commandLineAuthor, getCity } from './city.ts'
import { mustBeFile } from './files.ts'
import { addNewFrameworkOptions, addVersionOptions, namedVersion, yearOf } from './framework-options.ts'
import { type OpenedDatabase, openDatabase } from './house-on-engine.ts'
import { type ObservationOptions, runObservationImport } from './import-observations.ts'
import { remark, say, sentence, shellLocale } from './language.ts'
import { printObservations } from './print-observations.ts'

type ImportOptions = ObservationOptions & {
  readonly datum?: Datum
  readonly column: readonly string[]
}

/** The word for a framework's workbook: a tree is read otherwise than records, one a row. */
const FRAMEWORKS = 'frameworks'
/** The word for a third party's sheets: several files go into one round. */
const OBSERVATIONS = 'observations'
const KINDS = [...Object.keys(IMPORT_KINDS), FRAMEWORKS, OBSERVATIONS]

function getKind(name: string): ImportKind {
  const kind = IMPORT_KINDS[name]
  if (!kind) throw new Problem('command.kind-unknown', { kind: name, kinds: KINDS.join('、') })
  return kind
}

/** `field=header`, as given; an empty header leaves the field out. */
function orderedColumns(kind: ImportKind, given: readonly string[]): Readonly<Record<string, string | null>> {
  const fields = kind.columns.map(({ field }) => field)
  return Object.fromEntries(
    given.map((value) => {
      const at = value.indexOf('=')
      const field = value.slice(0, at)
      if (at === -1 || !fields.includes(field)) {
        throw new Problem('command.column-invalid', { value, fields: fields.join('、') })
      }
      return [field, value.slice(at + 1) || null]
    }),
  )
}

/** A dry run leaves no trace: the file is read where it lies. */
const fileFor = async (
  { database, engine }: OpenedDatabase,
  author: Author,
  path: string,
  { dryRun }: ImportOptions,
): Promise<ImportFile> =>
  dryRun
    ? { id: uuidv7(), name: basename(path), path, hash: '' }
    : addLocalFile(database, new FileStore(engine.places.files), author, path)

async function runFrameworkImport(opened: OpenedDatabase, path: string, options: ImportOptions) {
  const { database } = opened
  const author = commandLineAuthor((await getCity(database, options.city)).id)
  const { campaign = 'national' } = options
  const sheet = options.sheet.at(-1)
  const named = { ...namedVersion(options), year: yearOf(options, database.clock()), campaign }
  const file = await fileFor(opened, author, path, options)
  return importNamedFramework(database, author, named, file, { sheet, dryRun: options.dryRun === true })
}

async function runImport(opened: OpenedDatabase, kind: ImportKind, path: string, options: ImportOptions) {
  const { database } = opened
  const city = await getCity(database, options.city)
  const author = commandLineAuthor(city.id)
  const onDisk = { id: uuidv7(), name: basename(path), path, hash: '' }
  const ordered = orderedColumns(kind, options.column)
  const sheet = options.sheet.at(-1)
  const columns =
    options.column.length === 0
      ? undefined
      : await columnsInFile(database.reader(city.id), kind, onDisk, sheet, ordered)
  const file = await fileFor(opened, author, path, options)
  const { datum } = options
  return importFile(database, author, null, kind, file, {
    columns,
    datum,
    sheet,
    dryRun: options.dryRun === true,
  })
}

function countsOf(outcome: ImportOutcome | FrameworkImportOutcome): string {
  const { fileName: file, rowCount: rows } = outcome
  if (!('levelCounts' in outcome)) {
    const { createdCount: created, changedCount: changed, unchangedCount: unchanged } = outcome
    return sentence('import.counts', { file, rows, created, changed, unchanged })
  }
  const { levelCounts, dutyCount: duties, pointsSum: points } = outcome
  const nodes = levelCounts.reduce((sum, count) => sum + count, 0)
  return sentence('import.framework-counts', {
    file,
    rows,
    nodes,
    levels: levelCounts.join('/'),
    duties,
    points,
  })
}

function print(outcome: ImportOutcome | FrameworkImportOutcome, errorCount: number): void {
  const locale = shellLocale()
  for (const { line, column, severity, code, params } of outcome.findings) {
    const text = findText(locale, `finding.${code}`, params) ?? code
    const place = { line, column: column === null ? '' : ` ${column}` }
    const mark = severity === 'error' ? '' : sentence('import.warning')
    say(sentence('import.finding', { ...place, text: mark + text }))
  }
  say(countsOf(outcome))
  if (errorCount > 0) say(sentence('import.refused', { count: errorCount }))
  else say(sentence(outcome.dryRun ? 'import.dry-run' : 'import.imported'))
}

/** Everything but a third party's sheets comes in one file. @throws Problem command.one-file */
function onlyFile(paths: readonly string[], kind: string): string {
  const [path, ...others] = paths
  if (path === undefined || others.length > 0) throw new Problem('command.one-file', { kind })
  return path
}

async function runOneFile(
  opened: OpenedDatabase,
  kind: ImportKind | null,
  path: string,
  options: ImportOptions,
): Promise<ImportOutcome | FrameworkImportOutcome> {
  return kind === null ? runFrameworkImport(opened, path, options) : runImport(opened, kind, path, options)
}

function finish(
  outcome: ImportOutcome | FrameworkImportOutcome | ObservationOutcome,
  { json }: ImportOptions,
): void {
  const errorCount = outcome.findings.filter(({ severity }) => severity === 'error').length
  if (json) say(JSON.stringify({ ...outcome, errorCount }))
  else if ('names' in outcome) printObservations(outcome, errorCount)
  else print(outcome, errorCount)
  if (errorCount > 0) process.exitCode = 1
}

async function withDatabase<T>(work: (opened: OpenedDatabase) => Promise<T>): Promise<T> {
  const opened = await openDatabase('visitor', remark)
  try {
    return await work(opened)
  } finally {
    await opened.close()
  }
}

async function importCommandRun(
  kindName: string,
  files: readonly string[],
  options: ImportOptions,
): Promise<void> {
  const paths = files.map((file) => resolve(file))
  if (kindName === OBSERVATIONS) {
    for (const path of paths) mustBeFile(path)
    return finish(await withDatabase((opened) => runObservationImport(opened, paths, options)), options)
  }
  const kind = kindName === FRAMEWORKS ? null : getKind(kindName)
  const path = onlyFile(paths, kindName)
  mustBeFile(path)
  if (kind === null) namedVersion(options)
  else if (kind.needsDatum && !options.datum)
    throw new Problem('command.datum-needed', { datums: DATUMS.join('、') })
  finish(await withDatabase((opened) => runOneFile(opened, kind, path, options)), options)
}

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value]

/** What only the import of a third party's sheets knows. */
const addObservationOptions = (command: Command): Command =>
  command
    .option('--round <name or id>', '观测所属批次（observations）· the round they go into')
    .option('--new-round', '没有这个批次时新建 · make the round when there is none of this name')
    .option(
      '--map <json or field=header>',
      '列与名称的对照，可重复 · a JSON file {columns, lists, decisions}, or the header of a field; may be repeated',
      collect,
      [],
    )
    .option('--lists <what>', '表中列的是 every-check 逐项 | problems 只列问题 · what the sheet lists')
    .option('--create-missing', '新建没有的街道和单位 · create unknown streets and organizations')
    .option('--district <name>', '新建街道所属的区县 · where new streets lie')
    .option('--framework-from-sheet', '由表中测评项生成体系 · make the framework from the items')
    .option('--points <number>', '每个子项的分值，默认 1 · points per sub-item, else 1')
    .option('--series <name>', '编号系列：各有一套序号时区分 · whose serial numbers these are')
    .option('--accept-unknown-items', '多数测评项不在体系中也导入 · import although most items are unknown')

export function importCommand(program: Command): void {
  const command = program
    .command('import <kind> <files...>')
    .description(`从文件导入，全部或不导入 · import a file, all or nothing
kind: ${KINDS.join(' ')}`)
    .requiredOption('--city <code>', '城市编码 · code of the city')
    .addOption(new Option('--datum <datum>', '坐标系 · datum of the positions').choices([...DATUMS]))
    .option('--sheet <name>', '工作表，默认第一个；外部观测可重复 · the sheet, else the first', collect, [])
    .option(
      '--column <field=header>',
      '指定某字段的表头，可重复 · header of a field, may be repeated',
      collect,
      [],
    )
    .option('--dry-run', '只检查，不写入 · check only, write nothing')
    .option('--json', '以 JSON 输出结果 · print the result as JSON')
    .action(importCommandRun)
  addObservationOptions(addNewFrameworkOptions(addVersionOptions(command)))
}
