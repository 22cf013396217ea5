import { describe, expect, it } from 'vitest'
import type { DutyFlaw, Matrix } from './duty-queries.ts'
import { type MatrixSource, type MatrixView, matrixRows } from './matrix-rows.ts'

const node = (id: string, parentId: string | null, kind: 'indicator' | 'criterion', text: string) => ({
  id,
  parentId,
  position: 0,
  kind,
  code: id,
  text,
  points: kind === 'criterion' ? 2 : null,
})
const duty = (organizationId: string) => ({
  id: `duty ${organizationId}`,
  organizationId,
  role: 'lead' as const,
  share: null,
  validFrom: '2026-01-01',
  validTo: null,
  revision: 1,
})
const gap = (criterionId: string): DutyFlaw => ({
  code: 'no-lead',
  text: '',
  criterionId,
  targetName: '',
  organizations: [],
})
const matrix: Matrix = {
  organizations: [{ id: 'urban', name: '城市管理局', shortName: '城管局', leadCount: 1 }],
  items: [
    { criterionId: '1.1.1', duties: [duty('urban')] },
    { criterionId: '2.1', duties: [] },
  ],
}
const source: MatrixSource = {
  nodes: [
    node('1', null, 'indicator', '廉洁高效的政务环境'),
    node('1.1', '1', 'indicator', '政务公开'),
    node('1.1.1', '1.1', 'criterion', '市容市貌整洁'),
    node('2', null, 'indicator', '公平正义的法治环境'),
    node('2.1', '2', 'criterion', '法治宣传教育'),
  ],
  matrix,
  flaws: [gap('2.1')],
}
const view: MatrixView = { words: '', only: null, folded: new Set() }
const shown = (change: Partial<MatrixView>) =>
  matrixRows(source, { ...view, ...change }).map((row) => row.node.id)

describe('the lines of the duty matrix', () => {
  it('stand in the order of the tree, with what is wrong counted in every heading', () => {
    const rows = matrixRows(source, view)
    expect(rows.map((row) => [row.node.id, row.depth, row.flawedCount])).toEqual([
      ['1', 0, 0],
      ['1.1', 1, 0],
      ['1.1.1', 2, 0],
      ['2', 0, 1],
      ['2.1', 1, 1],
    ])
    expect(rows[0]?.criterionIds).toEqual(['1.1.1'])
  })

  it('are found by text, code and the short name of who answers', () => {
    expect(shown({ words: '法治' })).toEqual(['2', '2.1'])
    expect(shown({ words: '城管局' })).toEqual(['1', '1.1', '1.1.1'])
    expect(shown({ words: '查无此项' })).toEqual([])
  })

  it('can be only those with a gap', () => {
    expect(shown({ only: 'any' })).toEqual(['2', '2.1'])
    expect(shown({ only: 'several-leads' })).toEqual([])
  })

  it('are folded away below a heading that still stands for them', () => {
    const rows = matrixRows(source, { ...view, folded: new Set(['1']) })
    expect(rows.map((row) => row.node.id)).toEqual(['1', '2', '2.1'])
    expect(rows[0]?.criterionIds).toEqual(['1.1.1'])
  })
})
