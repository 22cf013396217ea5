import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Locale } from '@chuangcheng/messages'
import { Argument, type Command } from 'commander'
import type { Reader } from '../platform/database/database.ts'
import { localDay } from '../platform/local-day.ts'
import { checklistWorkbook } from '../rooms/checklists/index.ts'
import { exportFramework, getNamedVersion } from '../rooms/rulebook/index.ts'
import { siteWorkbook } from '../rooms/sites/index.ts'
import { getCity } from './city.ts'
import { addVersionOptions, type FrameworkOptions, namedVersion } from './framework-options.ts'
import { openDatabase } from './house-on-engine.ts'
import { remark, say, sentence, shellLocale } from './language.ts'

type ExportOptions = FrameworkOptions & { readonly city: string; readonly out: string }
type Order = { readonly options: ExportOptions; readonly day: string; readonly locale: Locale }

const EVERYTHING = { everything: true } as const

async function frameworkWorkbook(reader: Reader, { options, day, locale }: Order): Promise<Readable> {
  const versionId = await getNamedVersion(reader, namedVersion(options))
  return (await exportFramework(reader, versionId, day, locale)).bytes
}

/** Everything that can be exported, by the word that the import has for it too. */
const WORKBOOKS: Readonly<Record<string, (reader: Reader, order: Order) => Promise<Readable>>> = {
  sites: async (reader, { locale }) => siteWorkbook(reader, EVERYTHING, {}, locale),
  checklists: (reader, { locale }) => checklistWorkbook(reader, undefined, locale),
  frameworks: frameworkWorkbook,
}

async function exportWorkbook(kind: string, options: ExportOptions): Promise<void> {
  if (kind === 'frameworks') namedVersion(options)
  const file = resolve(options.out)
  const unfinished = `${file}.unfinished-${process.pid}`
  const opened = await openDatabase('visitor', remark)
  try {
    const city = await getCity(opened.database, options.city)
    const order = { options, day: localDay(opened.database.clock()), locale: shellLocale() }
    const workbook = await WORKBOOKS[kind]?.(opened.database.reader(city.id), order)
    if (!workbook) throw new Error(`${kind} is offered but cannot be exported`)
    await pipeline(workbook, createWriteStream(unfinished, { mode: 0o600 }))
    await rename(unfinished, file)
    say(sentence('export.done', { file }))
  } finally {
    await rm(unfinished, { force: true })
    await opened.close()
  }
}

export function exportCommand(program: Command): void {
  const command = program
    .command('export')
    .description(
      '导出成可再次导入的 .xlsx：点位、检查表、测评体系版本 · write sites, checklists or a framework as an .xlsx that can be imported again',
    )
    .addArgument(new Argument('<kind>', '导出什么 · what to export').choices(Object.keys(WORKBOOKS)))
    .requiredOption('--city <code>', '城市编码 · code of the city')
    .requiredOption('--out <file>', '写入的文件(.xlsx) · file to write (.xlsx)')
    .action(exportWorkbook)
  addVersionOptions(command)
}
