import { workbench } from '@chuangcheng/contract'
import { type House, reading } from '../../platform/http/serve.ts'
import { localDay } from '../../platform/local-day.ts'
import { getWorkbench } from './workbench.ts'

export function workbenchRoutes(house: House): void {
  reading(house, workbench.getWorkbench, (reader, { actor }) =>
    getWorkbench(reader, actor, localDay(house.database.clock())),
  )
}
