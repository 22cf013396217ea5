import { validate, version } from 'uuid'
import { expect, it } from 'vitest'
import { newIds } from './new-ids.ts'

it('ids made together are UUIDv7, all different, in the order they are taken', () => {
  const nextId = newIds(5_000)
  const ids = Array.from({ length: 5_000 }, nextId)
  expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true)
  expect([...new Set(ids)].sort()).toEqual(ids)
  expect(nextId).toThrow('only 5000')
})
