import { sites } from '@chuangcheng/contract'
import { scopeOf } from '@chuangcheng/domain'
import { acting, type House, reading } from '../../platform/http/serve.ts'
import { localDay } from '../../platform/local-day.ts'
import type { FileStore } from '../../platform/store/file-store.ts'
import { importRoutes } from '../imports/index.ts'
import { siteImport } from './import/import.ts'
import { addSite, changeSite, getSitePage, listHistory } from './register/actions.ts'
import { siteWorkbook } from './register/export.ts'
import { countSites, listSites, pointCollection } from './register/list-queries.ts'
import { addType, changeType } from './types/actions.ts'
import { siteTypeImport } from './types/import.ts'
import { listTypes } from './types/queries.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function sitesRoutes(house: House, store: FileStore): void {
  listRoutes(house)
  registerRoutes(house)
  typeRoutes(house)
  importRoutes(house, store, { preview: sites.previewSitesImport, run: sites.importSites }, siteImport)
  const typeImport = { preview: sites.previewSiteTypesImport, run: sites.importSiteTypes }
  importRoutes(house, store, typeImport, siteTypeImport)
}

function listRoutes(house: House): void {
  reading(house, sites.listSites, (reader, { actor, query }) =>
    listSites(reader, scopeOf(actor, 'site.read'), query),
  )
  reading(house, sites.countSites, (reader, { actor, query }) =>
    countSites(reader, scopeOf(actor, 'site.read'), query),
  )
  reading(house, sites.listSitePoints, async (reader, { actor, query, reply }) =>
    reply
      .type('application/json; charset=utf-8')
      .send(await pointCollection(reader, scopeOf(actor, 'site.read'), query)),
  )
  reading(house, sites.exportSites, async (reader, { actor, query, locale, reply }) => {
    const name = `${locale === 'en' ? 'sites' : '点位台账'}-${localDay(house.database.clock())}.xlsx`
    return reply
      .type(XLSX)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .send(await siteWorkbook(reader, scopeOf(actor, 'site.read'), query, locale))
  })
}

function registerRoutes(house: House): void {
  reading(house, sites.getSite, (reader, { actor, params }) => getSitePage(reader, actor, params.id))
  reading(house, sites.listSiteHistory, (reader, { actor, params, query }) =>
    listHistory(reader, actor, params.id, query),
  )
  acting(house, sites.addSite, (tx, { actor, body }) => addSite(tx, actor, body))
  acting(house, sites.changeSite, (tx, { actor, params, body }) => changeSite(tx, actor, params.id, body))
}

function typeRoutes(house: House): void {
  reading(house, sites.listSiteTypes, async (reader, { actor }) => ({
    items: await listTypes(reader, scopeOf(actor, 'site.read')),
  }))
  acting(house, sites.addSiteType, (tx, { actor, body }) => addType(tx, actor, body))
  acting(house, sites.changeSiteType, (tx, { actor, params, body }) => changeType(tx, actor, params.id, body))
}
