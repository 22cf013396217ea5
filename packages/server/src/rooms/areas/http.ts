import { areas } from '@chuangcheng/contract'
import { scopeOf } from '@chuangcheng/domain'
import { authorOf } from '../../platform/database/author.ts'
import { acting, type House, open, reading } from '../../platform/http/serve.ts'
import { localDay } from '../../platform/local-day.ts'
import type { FileStore } from '../../platform/store/file-store.ts'
import { getImportFile } from '../files/index.ts'
import { importRoutes } from '../imports/index.ts'
import { addArea, changeArea, getAreaPage, maySee } from './actions.ts'
import { changeBaseMap } from './base-map/actions.ts'
import { findBaseMap } from './base-map/queries.ts'
import { sendBaseMap } from './base-map/sent-map.ts'
import { areasAt } from './boundaries/area-finder.ts'
import { areaBoundaryImport } from './boundaries/import.ts'
import { boundaryCollection, cityBounds } from './boundaries/queries.ts'
import { areaImport } from './import.ts'
import { listAreas } from './queries.ts'
import { succeedArea } from './succession.ts'

export function areasRoutes(house: House, store: FileStore): void {
  registerRoutes(house)
  boundaryRoutes(house)
  baseMapRoutes(house, store)
  importRoutes(house, store, { preview: areas.previewAreasImport, run: areas.importAreas }, areaImport)
  const boundaryImport = { preview: areas.previewAreaBoundariesImport, run: areas.importAreaBoundaries }
  importRoutes(house, store, boundaryImport, areaBoundaryImport)
}

function registerRoutes(house: House): void {
  reading(house, areas.listAreas, (reader, { actor, query }) =>
    listAreas(reader, scopeOf(actor, 'area.read'), query),
  )
  reading(house, areas.getArea, (reader, { actor, params }) => getAreaPage(reader, actor, params.id))
  acting(house, areas.addArea, (tx, { actor, body }) => addArea(tx, actor, body))
  acting(house, areas.changeArea, (tx, { actor, params, body }) => changeArea(tx, actor, params.id, body))
  acting(house, areas.succeedArea, (tx, { actor, params, body }) => succeedArea(tx, actor, params.id, body))
}

function boundaryRoutes(house: House): void {
  const today = () => localDay(house.database.clock())
  reading(house, areas.getAreaAt, async (reader, { actor, query }) => {
    const found = await areasAt(reader, query.longitude, query.latitude, today())
    return {
      areas: found.filter(({ id }) => maySee(actor, id)).map(({ id, name, level }) => ({ id, name, level })),
    }
  })
  reading(house, areas.listAreaBoundaries, async (reader, { actor, query, reply }) => {
    const collection = await boundaryCollection(
      reader,
      scopeOf(actor, 'area.read'),
      query,
      query.day ?? today(),
    )
    return reply.type('application/json; charset=utf-8').send(collection)
  })
}

function baseMapRoutes(house: House, store: FileStore): void {
  reading(house, areas.getBaseMap, async (reader, call) =>
    sendBaseMap(call, store, await findBaseMap(reader), await cityBounds(reader)),
  )
  open(house, areas.changeBaseMap, async ({ actor, body: { fileId, ...order } }) => {
    const { database } = house
    const file = await getImportFile(database.reader(actor.cityId), store, actor.userId, fileId)
    const author = authorOf(actor)
    await changeBaseMap({ database, store }, author, actor, file, order)
    return { done: true }
  })
}
