import { expect, test } from 'vitest'
import { filtersOf, isFiltered, readSiteSearch } from './site-search.ts'

test('reads what an address says, and leaves out what nobody understands', () => {
  expect(readSiteSearch({ view: 'map', missing: 'area', state: 'gone', text: 110, other: 'x' })).toEqual({
    view: 'map',
    missing: 'area',
    text: '110',
  })
})

test('the view is no filter', () => {
  expect(isFiltered(filtersOf(readSiteSearch({ view: 'map' })))).toBe(false)
  expect(isFiltered(filtersOf(readSiteSearch({ state: 'paused' })))).toBe(true)
})
