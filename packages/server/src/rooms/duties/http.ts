import { duties } from '@chuangcheng/contract'
import type { FastifyReply } from 'fastify'
import { DOCX } from '../../platform/documents/index.ts'
import { acting, type House, reading } from '../../platform/http/serve.ts'
import { localDay } from '../../platform/local-day.ts'
import type { FileStore } from '../../platform/store/file-store.ts'
import { importRoutes } from '../imports/index.ts'
import { dutyImport } from './import/import.ts'
import { answerResponsible } from './lookup/answer.ts'
import { listDutyFlaws } from './overview/flaws.ts'
import { getDutyMatrix } from './overview/matrix.ts'
import { getTaskSheet } from './overview/task-sheet.ts'
import { decompositionDocument, decompositionWorkbook, readDecomposition } from './print/decomposition.ts'
import { taskSheetDocument, taskSheetWorkbook, wordsIn } from './print/task-sheet.ts'
import { addDuty, changeDuty, removeDuty } from './register/actions.ts'
import { assignDuties } from './register/assign.ts'
import { listDuties } from './register/queries.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function dutyRoutes(house: House, store: FileStore): void {
  registerRoutes(house)
  overviewRoutes(house)
  printRoutes(house)
  importRoutes(house, store, { preview: duties.previewDutiesImport, run: duties.importDuties }, dutyImport)
}

function registerRoutes(house: House): void {
  reading(house, duties.listDuties, (reader, { query }) => listDuties(reader, query))
  acting(house, duties.addDuty, (tx, { actor, body }) => addDuty(tx, actor, body))
  acting(house, duties.changeDuty, (tx, { actor, params, body }) => changeDuty(tx, actor, params.id, body))
  acting(house, duties.removeDuty, (tx, { actor, params, query }) =>
    removeDuty(tx, actor, params.id, query.basedOn),
  )
  acting(house, duties.assignDuties, (tx, { actor, params, body }) =>
    assignDuties(tx, actor, params.id, body),
  )
}

const today = (house: House): string => localDay(house.database.clock())

function overviewRoutes(house: House): void {
  reading(house, duties.getDutyMatrix, (reader, { params, query }) =>
    getDutyMatrix(reader, params.id, query.day ?? today(house)),
  )
  reading(house, duties.listDutyFlaws, async (reader, { params, query, locale }) => ({
    items: await listDutyFlaws(reader, params.id, query.day ?? today(house), locale),
  }))
  reading(house, duties.findResponsible, (reader, { actor, query, locale }) => {
    const question = {
      siteId: query.siteId ?? null,
      itemId: query.itemId ?? null,
      criterionId: query.criterionId ?? null,
      category: query.category ?? null,
      versionId: query.versionId ?? null,
      day: query.day ?? today(house),
    }
    return answerResponsible(reader, actor, question, locale)
  })
  reading(house, duties.getTaskSheet, (reader, { params, query: { versionId, day }, locale }) =>
    getTaskSheet(reader, params.id, { versionId, day: day ?? today(house), locale }),
  )
}

const sendAs = (reply: FastifyReply, type: string, name: string): FastifyReply =>
  reply.type(type).header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)

function printRoutes(house: House): void {
  reading(house, duties.printTaskSheet, async (reader, { params, query, locale, reply }) => {
    const day = query.day ?? today(house)
    const sheet = await getTaskSheet(reader, params.id, { versionId: query.versionId, day, locale })
    const name = `${sheet.organization.name}-${wordsIn(locale)('print.taskSheet')}-${day}`
    return query.form === 'docx'
      ? sendAs(reply, DOCX, `${name}.docx`).send(await taskSheetDocument(sheet, locale))
      : sendAs(reply, XLSX, `${name}.xlsx`).send(taskSheetWorkbook(sheet, locale))
  })
  reading(house, duties.printDecomposition, async (reader, { query, locale, reply }) => {
    const day = query.day ?? today(house)
    const decomposition = await readDecomposition(reader, query.versionId, day)
    const name = `${wordsIn(locale)('print.decomposition')}-${day}`
    return query.form === 'docx'
      ? sendAs(reply, DOCX, `${name}.docx`).send(await decompositionDocument(decomposition, locale))
      : sendAs(reply, XLSX, `${name}.xlsx`).send(decompositionWorkbook(decomposition, locale))
  })
}
