import type { Readable } from 'node:stream'
import { rulebook } from '@chuangcheng/contract'
import { mustCoverCity } from '@chuangcheng/domain'
import type { FastifyReply } from 'fastify'
import { acting, type House, open, reading } from '../../platform/http/serve.ts'
import { localDay } from '../../platform/local-day.ts'
import type { FileStore } from '../../platform/store/file-store.ts'
import { getImportFile } from '../files/index.ts'
import { shownFindings } from '../imports/index.ts'
import { listDecisions } from './publication/decisions.ts'
import { listFlaws } from './publication/flaws.ts'
import { publishVersion } from './publication/publish.ts'
import { succeedVersion } from './publication/succeed.ts'
import { exportFramework } from './workbook/export.ts'
import { getDraft, importFramework } from './workbook/import.ts'
import { previewWorkbook } from './workbook/preview.ts'
import { frameworkTemplate } from './workbook/template.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const sendWorkbook = (reply: FastifyReply, name: string, bytes: Readable): FastifyReply =>
  reply
    .type(XLSX)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`)
    .send(bytes)

export function rulebookRoutes(house: House, store: FileStore): void {
  workbookRoutes(house, store)
  publicationRoutes(house)
}

function workbookRoutes(house: House, store: FileStore): void {
  reading(house, rulebook.previewFrameworkImport, async (reader, { actor, params, body, locale }) => {
    const draft = await getDraft(reader, actor, params.id)
    const file = await getImportFile(reader, store, actor.userId, body.fileId)
    return previewWorkbook(reader, draft, file, body, locale)
  })
  open(house, rulebook.importFramework, async ({ actor, params, body, locale }) => {
    mustCoverCity(actor, 'framework.edit')
    const file = await getImportFile(house.database.reader(actor.cityId), store, actor.userId, body.fileId)
    const { findings, ...outcome } = await importFramework(house.database, actor, params.id, file, body)
    const errorCount = findings.filter(({ severity }) => severity === 'error').length
    return {
      ...outcome,
      errorCount,
      warningCount: findings.length - errorCount,
      findings: shownFindings(locale, findings),
    }
  })
  open(house, rulebook.getFrameworkTemplate, async ({ locale, reply }) =>
    sendWorkbook(
      reply,
      locale === 'en' ? 'framework-template' : '测评体系导入模板',
      frameworkTemplate(locale),
    ),
  )
  reading(house, rulebook.exportFramework, async (reader, { params, locale, reply }) => {
    const day = localDay(house.database.clock())
    const { version, bytes } = await exportFramework(reader, params.id, day, locale)
    return sendWorkbook(reply, `${version.frameworkName}-${version.label}`, bytes)
  })
}

function publicationRoutes(house: House): void {
  const today = (): string => localDay(house.database.clock())
  reading(house, rulebook.listFrameworkFlaws, (reader, { params, locale }) =>
    listFlaws(reader, params.id, today(), locale),
  )
  reading(house, rulebook.listFrameworkDecisions, async (reader, { params }) => ({
    items: await listDecisions(reader, params.id, today()),
  }))
  acting(house, rulebook.publishFrameworkVersion, (tx, { actor, params, body, locale }) =>
    publishVersion(tx, actor, params.id, { ...body, day: today(), locale }),
  )
  acting(house, rulebook.succeedFrameworkVersion, (tx, { actor, params, body }) =>
    succeedVersion(tx, actor, params.id, body),
  )
}
