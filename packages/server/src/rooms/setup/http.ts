import { city } from '@chuangcheng/contract'
import { mustCoverCity } from '@chuangcheng/domain'
import { acting, type House, open, reading } from '../../platform/http/serve.ts'
import type { FileStore } from '../../platform/store/file-store.ts'
import { changeCity, foundCity, mustHoldSetUpLink } from './actions.ts'
import { moveQinglanIn } from './moving-in.ts'
import { getCity } from './queries.ts'

export type SetUpGround = { readonly setUpToken: string | null }

export function setUpRoutes(house: House, store: FileStore, ground: SetUpGround): void {
  let token = ground.setUpToken
  open(house, city.getSetUp, async () => {
    const cities = await house.database.everyCity()
    return { done: cities.length > 0, cities: cities.map(({ code, name }) => ({ code, name })) }
  })
  open(house, city.setUpCity, async ({ body }) => {
    mustHoldSetUpLink(token, body.token)
    const given = token
    token = null // spent while we work, so that two clicks do not found two cities
    const author = await foundCity(house.database, body).catch((error: unknown) => {
      token = given // nothing stands yet: the link stays good
      throw error
    })
    if (body.start === 'qinglan') await moveQinglanIn(house.database, store, author)
    return { done: true }
  })
  reading(house, city.getCity, (reader) => getCity(reader))
  acting(house, city.changeCity, (tx, { actor, body }) => {
    mustCoverCity(actor, 'city.edit')
    return changeCity(tx, body)
  })
}
