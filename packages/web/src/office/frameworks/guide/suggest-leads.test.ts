import { expect, test } from 'vitest'
import { suggestLeads } from './suggest-leads.ts'

const organizations = [
  { id: '1', name: '市住房和城乡建设局', shortName: '市住建局' },
  { id: '2', name: '市公安局', shortName: null },
  { id: '3', name: '市公安局交通警察支队', shortName: null },
  { id: '4', name: '市卫生健康委员会', shortName: null },
  { id: '5', name: '文昌街道办事处', shortName: null },
]
const suggested = (hint: string) => suggestLeads(hint, organizations, 3).map(({ id }) => id)

test('finds organizations that contain a word of the hint, the shorter name first', () => {
  expect(suggested('公安')).toEqual(['2', '3'])
})

test('finds organizations that a word abbreviates', () => {
  expect(suggested('卫健')).toEqual(['4'])
})

test('who decides above an organization is no part of its name', () => {
  const propaganda = { id: '6', name: '市委宣传部', shortName: '宣传部' }
  expect(suggestLeads('党委宣传/组织', [...organizations, propaganda], 3)).toEqual([propaganda])
  expect(suggested('政府办')).toEqual([])
})

test('what the hint names first comes first; what it does not mean stays out', () => {
  expect(suggested('住建/公安')).toEqual(['1', '2', '3'])
  expect(suggested('行业主管')).toEqual([])
  expect(suggested('')).toEqual([])
})
