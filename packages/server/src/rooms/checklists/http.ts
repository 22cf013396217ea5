import { checklists } from '@chuangcheng/contract'
import { acting, type House, reading } from '../../platform/http/serve.ts'
import { localDay } from '../../platform/local-day.ts'
import type { FileStore } from '../../platform/store/file-store.ts'
import { importRoutes } from '../imports/index.ts'
import { addChecklist, changeChecklist, findChecklists, getChecklistPage } from './actions.ts'
import { adoptDefaults } from './defaults/adopt.ts'
import { checklistWorkbook } from './sheet/export.ts'
import { checklistImport } from './sheet/import.ts'
import { draftChecklist, removeDraft, saveDraft } from './versions/drafts.ts'
import { getVersionPage } from './versions/page.ts'
import { publishAll, publishVersion } from './versions/publication.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function checklistRoutes(house: House, store: FileStore): void {
  listRoutes(house)
  versionRoutes(house)
  const imported = { preview: checklists.previewChecklistsImport, run: checklists.importChecklists }
  importRoutes(house, store, imported, checklistImport)
}

function listRoutes(house: House): void {
  reading(house, checklists.listChecklists, (reader, { query }) => findChecklists(reader, query))
  reading(house, checklists.getChecklist, (reader, { params }) => getChecklistPage(reader, params.id))
  acting(house, checklists.addChecklist, (tx, { actor, body }) => addChecklist(tx, actor, body))
  acting(house, checklists.changeChecklist, (tx, { actor, params, body }) =>
    changeChecklist(tx, actor, params.id, body),
  )
  acting(house, checklists.adoptDefaultChecklists, (tx, { actor, body }) =>
    adoptDefaults(tx, actor, body.addTypes),
  )
  reading(house, checklists.exportChecklists, async (reader, { query, locale, reply }) => {
    const name = `${locale === 'en' ? 'checklists' : '检查表'}-${localDay(house.database.clock())}.xlsx`
    return reply
      .type(XLSX)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .send(await checklistWorkbook(reader, query.checklistId, locale))
  })
}

function versionRoutes(house: House): void {
  reading(house, checklists.getChecklistVersion, (reader, { params }) => getVersionPage(reader, params.id))
  acting(house, checklists.saveChecklistDraft, (tx, { actor, params, body }) =>
    saveDraft(tx, actor, params.id, body),
  )
  acting(house, checklists.draftChecklist, (tx, { actor, params, body }) =>
    draftChecklist(tx, actor, params.id, body.versionId),
  )
  acting(house, checklists.publishChecklistVersion, (tx, { actor, params, body }) =>
    publishVersion(tx, actor, params.id, body.basedOn),
  )
  acting(house, checklists.publishAllChecklists, (tx, { actor, locale }) => publishAll(tx, actor, locale))
  acting(house, checklists.removeChecklistDraft, (tx, { actor, params }) => removeDraft(tx, actor, params.id))
}
