import { v7 as uuidv7 } from 'uuid'
import { expect, it } from 'vitest'
import { useHouse } from '../../../testing/house.ts'
import { matchShippedTypes } from '../../sites/index.ts'
import { SITE_TYPES } from './site-types.ts'

const house = useHouse()

it('every type of the demonstration city is meant by a shipped type', async () => {
  const { city } = house
  for (const { code, name } of SITE_TYPES)
    await house.asOwner('insert into site_type (city_id, id, code, name) values ($1, $2, $3, $4)', [
      city.id,
      uuidv7(),
      code,
      name,
    ])
  const matched = await matchShippedTypes(house.database.reader(city.id))
  const meant = new Set([...matched.values()].flat())
  const { rows } = await house.asOwner('select id, name from site_type where city_id = $1', [city.id])
  expect(rows.filter(({ id }) => !meant.has(id)).map(({ name }) => name)).toEqual([])
  const unmatched = [...matched].filter(([, ids]) => ids.length === 0).map(([code]) => code)
  expect(unmatched).toEqual(['hotline'])
})
