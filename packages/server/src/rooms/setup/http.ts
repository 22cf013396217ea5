import { city } from '@chuangcheng/contract'
import { Problem } from '@chuangcheng/domain'
import { acting, type House, open, reading } from '../../platform/http/serve.ts'
import { changeCity, foundCity, mustHoldSetUpLink } from './actions.ts'
import { getCity } from './queries.ts'

export type SetUpGround = { readonly setUpToken: string | null }

export function setUpRoutes(house: House, ground: SetUpGround): void {
  let token = ground.setUpToken
  open(house, city.getSetUp, async () => {
    const cities = await house.database.everyCity()
    return { done: cities.length > 0, cities: cities.map(({ code, name }) => ({ code, name })) }
  })
  open(house, city.setUpCity, async ({ body }) => {
    mustHoldSetUpLink(token, body.token)
    const given = token
    token = null // spent while we work, so that two clicks do not found two cities
    try {
      await foundCity(house.database, body)
      if (body.start === 'qinglan') throw new Problem('request.invalid', { detail: 'qinglan' })
      return { done: true }
    } catch (error) {
      token = given
      throw error
    }
  })
  reading(house, city.getCity, (reader) => getCity(reader))
  acting(house, city.changeCity, (tx, { body }) => changeCity(tx, body))
}
