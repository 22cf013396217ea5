import { expect, test } from 'vitest'
import { findingsCsv } from './findings-file.ts'

test('writes findings so that Excel reads the Chinese and runs nothing', () => {
  const csv = findingsCsv([
    { line: 7, column: '名称', severity: 'error', text: '“a,b”太长' },
    { line: 0, column: null, severity: 'warning', text: '=1+1 "引号"' },
  ])
  expect(csv.split('\r\n')).toEqual([
    '\uFEFF行,列,程度,问题与办法',
    '7,名称,必须改,"“a,b”太长"',
    `整个文件,,请留意,"'=1+1 ""引号"""`,
    '',
  ])
})
