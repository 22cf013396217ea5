import { describe, expect, it } from 'vitest'
import { organizationsNamed } from './organizations-named.ts'

const organization = (id: string, name: string, shortName: string | null) => ({
  id,
  name,
  shortName,
  code: id,
  kind: 'bureau' as const,
})
const all = [
  organization('1', '清澜市住房和城乡建设局', '市住建局'),
  organization('2', '清澜市城市管理综合行政执法局', '市城管局'),
  organization('3', '城东区人民政府', null),
]
const named = (text: string, usual: string[] = []) => organizationsNamed(all, text, usual).map(({ id }) => id)

describe('organizations that are meant', () => {
  it('are found by short name and by characters in order, the best fit first', () => {
    expect(named('城管')).toEqual(['2'])
    expect(named('城')).toEqual(['3', '1', '2'])
    expect(named('住建局')).toEqual(['1'])
    expect(named('执法管')).toEqual([])
  })

  it('are those usually chosen while nothing is typed', () => {
    expect(named('', ['2'])).toEqual(['2', '1', '3'])
  })
})
