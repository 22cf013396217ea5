import { workbench } from '@chuangcheng/contract'
import { type House, reading } from '../../platform/http/serve.ts'
import { getWorkbench } from './workbench.ts'

export function workbenchRoutes(house: House): void {
  reading(house, workbench.getWorkbench, (reader, { actor }) =>
    getWorkbench(reader, actor, house.database.clock()),
  )
}
