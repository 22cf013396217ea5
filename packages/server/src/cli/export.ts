import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Argument, type Command } from 'commander'
import { siteWorkbook } from '../rooms/sites/index.ts'
import { getCity } from './city.ts'
import { openDatabase } from './house-on-engine.ts'
import { remark, say, sentence, shellLocale } from './language.ts'

type ExportOptions = { readonly city: string; readonly out: string }

const EVERYTHING = { everything: true } as const

async function exportSites(_kind: string, options: ExportOptions): Promise<void> {
  const file = resolve(options.out)
  const unfinished = `${file}.unfinished-${process.pid}`
  const opened = await openDatabase('visitor', remark)
  try {
    const city = await getCity(opened.database, options.city)
    const workbook = await siteWorkbook(opened.database.reader(city.id), EVERYTHING, {}, shellLocale())
    await pipeline(workbook, createWriteStream(unfinished, { mode: 0o600 }))
    await rename(unfinished, file)
    say(sentence('export.done', { file }))
  } finally {
    await rm(unfinished, { force: true })
    await opened.close()
  }
}

export function exportCommand(program: Command): void {
  program
    .command('export')
    .description(
      '把点位台账导出成可再次导入的 .xlsx · write the register of sites as an .xlsx that can be imported again',
    )
    .addArgument(new Argument('<kind>', '导出什么 · what to export').choices(['sites']))
    .requiredOption('--city <code>', '城市编码 · code of the city')
    .requiredOption('--out <file>', '写入的文件(.xlsx) · file to write (.xlsx)')
    .action(exportSites)
}
