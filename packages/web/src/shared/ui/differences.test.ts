import { expect, test } from 'vitest'
import { differences } from './differences.ts'

test('says which fields changed, and leaves alone those that did not', () => {
  expect(differences({ name: '东门', state: 'active' }, { name: '东门市场', state: 'active' })).toEqual([
    { field: 'name', before: '东门', after: '东门市场' },
  ])
})

test('a new record has only afters, a removed one only befores', () => {
  expect(differences(null, { name: '东门' })).toEqual([{ field: 'name', before: undefined, after: '东门' }])
  expect(differences({ name: '东门' }, null)).toEqual([{ field: 'name', before: '东门', after: undefined }])
})

test('empty, null and missing are the same nothing', () => {
  expect(differences({ address: '' }, { address: null })).toEqual([])
})

test('keeps quiet about what the machine counts for itself', () => {
  expect(differences({ id: 'a', revision: 1 }, { id: 'a', revision: 2 })).toEqual([])
})

test('compares nested values by what they say', () => {
  expect(differences({ position: { longitude: 1 } }, { position: { longitude: 1 } })).toEqual([])
})
