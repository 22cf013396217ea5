import { expect, test } from 'vitest'
import { wordDifferences } from './word-differences.ts'

const read = (kind: string, before: string, after: string) =>
  wordDifferences(before, after)
    .filter((piece) => piece.kind === 'same' || piece.kind === kind)
    .map(({ text }) => text)
    .join('')

test('marks only the words that changed', () => {
  const pieces = wordDifferences('主要街道无乱停乱放', '主次街道无乱停乱放现象')
  expect(pieces.find(({ kind }) => kind === 'come')?.text).toContain('主次')
  expect(pieces.some(({ kind, text }) => kind === 'same' && text.includes('街道'))).toBe(true)
})

test('either text can be read out of the pieces', () => {
  const before = '公共厕所每日清扫不少于 2 次，无异味'
  const after = '公共厕所每日清扫不少于 4 次，地面无积水、无异味'
  expect(read('gone', before, after)).toBe(before)
  expect(read('come', before, after)).toBe(after)
  expect(wordDifferences('', '新增')).toEqual([{ kind: 'come', text: '新增' }])
  expect(wordDifferences('', '')).toEqual([])
})
