import { expect, test } from 'vitest'
import { asksForDatum, headersUsedTwice, missingFields, samplesOf, unusedHeaders } from './file-columns.ts'

const fields = [
  { field: 'code', name: '编号', required: true, note: '' },
  { field: 'longitude', name: '经度', required: false, note: '' },
]
const preview = {
  fileName: '点位.xlsx',
  encoding: null,
  sheets: [],
  headers: ['编号', '经度', '备注', ''],
  sample: [
    ['A1', '114.1', '', ''],
    ['A2', '114.1', '', ''],
  ],
  rowCount: 2,
  fields,
  columns: { code: '编号', longitude: '经度' },
  remembered: false,
  needsDatum: true,
  datum: null,
} as const

test('names the required fields that no column was chosen for', () => {
  expect(missingFields(fields, { code: null, longitude: null }).map(({ name }) => name)).toEqual(['编号'])
  expect(missingFields(fields, { code: '编号', longitude: null })).toEqual([])
})

test('notices a header that serves two fields', () => {
  expect(headersUsedTwice({ code: '编号', name: '编号', address: null, note: null })).toEqual(['编号'])
})

test('names the columns of the file that stay behind, but not those without a name', () => {
  expect(unusedHeaders(preview.headers, { code: '编号', longitude: null })).toEqual(['经度', '备注'])
})

test('shows what the first rows say, each value once', () => {
  expect(
    samplesOf(
      {
        headers: ['编号', '经度'],
        sample: [
          ['A1', '1'],
          ['A2', '1'],
          ['', ''],
        ],
      },
      '经度',
    ),
  ).toEqual(['1'])
  expect(samplesOf({ headers: ['编号'], sample: [['A1']] }, null)).toEqual([])
})

test('asks for the datum only when the file brings coordinates', () => {
  const file = { ...preview, sheets: [], headers: [], sample: [], fields: [...fields] }
  expect(asksForDatum(file, { longitude: '经度' })).toBe(true)
  expect(asksForDatum(file, { longitude: null })).toBe(false)
  expect(asksForDatum({ ...file, fields: [] }, {})).toBe(true)
})
